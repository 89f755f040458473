package io.wubu.access.identity;

/**
 * Something happened to the second factor of an account.
 *
 * @param change enrolled, recovery-code-used
 */
public record SecondFactorChanged(String account, String source, String change) {}
