package io.wubu.closure;

/**
 * Somebody has objected to a closure within its notice.
 *
 * @param first no other objection was waiting, so the notice is still running
 */
public record ObjectionRaised(String number, boolean first) {}
