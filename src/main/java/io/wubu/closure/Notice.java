package io.wubu.closure;

import java.time.LocalDate;
import java.util.List;

/** The public notice of a closure: from the first to the last day, both included. */
public record Notice(LocalDate startsOn, LocalDate endsOn, List<String> channels) {}
