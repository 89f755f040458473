package io.wubu.inspections;

/**
 * Why a city was nominated.
 *
 * @param source the number of the interview or problem it came from
 */
public record Nomination(String source, String reason) {}
