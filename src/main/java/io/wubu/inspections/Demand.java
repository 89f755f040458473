package io.wubu.inspections;

import java.time.LocalDate;

/** What a special supervision demands of the problems, and until when. */
public record Demand(String text, LocalDate due) {}
