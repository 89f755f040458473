package io.wubu.interviews;

import java.time.LocalDate;

/** What an interview demands of a problem, and until when. */
public record Demand(String text, LocalDate due) {}
