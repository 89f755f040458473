package io.wubu.lawclock;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the calendar's history.
 *
 * @param version the calendar's version since this change
 * @param what the year, the day or the region
 */
public record CalendarEntry(
        long version,
        String kind,
        String what,
        String source,
        Map<String, Object> before,
        Map<String, Object> after,
        String byUser,
        String post,
        Instant at) {}
