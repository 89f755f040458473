package io.wubu.closure;

/**
 * A closure has been refused; the problem goes back to its rectification.
 *
 * @param times how often this problem has been refused by now
 */
public record ClosureRefused(String number, String step, int times) {}
