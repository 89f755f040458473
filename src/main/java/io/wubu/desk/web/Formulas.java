package io.wubu.desk.web;

/** Keeps a spreadsheet from taking what somebody typed for a formula. */
public final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    /** The text, with an apostrophe before it if a spreadsheet would calculate it. */
    public static String asText(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
