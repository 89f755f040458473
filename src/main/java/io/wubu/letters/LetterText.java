package io.wubu.letters;

/** What the office writes in a letter. */
public record LetterText(String docCode, String title, String addressee, String text) {}
