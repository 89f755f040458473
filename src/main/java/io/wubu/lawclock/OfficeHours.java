package io.wubu.lawclock;

import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When the offices of a region work on a working day. A day limit ends when they close: the legal day ends at 24:00, but
 * nobody can receive anything after this hour (默认值).
 */
public record OfficeHours(LocalTime opens, LocalTime closes) {

    /** The moment the offices open on that day. */
    public Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(ClockConfiguration.ZONE).toInstant();
    }

    /** The moment the offices close on that day. */
    public Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(ClockConfiguration.ZONE).toInstant();
    }
}
