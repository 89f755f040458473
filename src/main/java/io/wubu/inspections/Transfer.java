package io.wubu.inspections;

import java.time.LocalDate;

/** A letter that handed something over (移交函): its number only, never the clue or the persons. */
public record Transfer(String documentNo, String receiver, LocalDate sentOn) {}
