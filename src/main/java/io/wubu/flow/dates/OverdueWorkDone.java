package io.wubu.flow.dates;

/** A step past its limit has been done after all; whoever urged it need not any more. */
public record OverdueWorkDone(String number, String step) {}
