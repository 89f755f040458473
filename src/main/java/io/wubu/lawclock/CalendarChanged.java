package io.wubu.lawclock;

/** Calendar or office hours have changed; every open limit is to be reckoned again. */
public record CalendarChanged(long version) {}
