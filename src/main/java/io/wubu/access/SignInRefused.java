package io.wubu.access;

/**
 * A sign-in was refused.
 *
 * @param account as it was typed, known or not, shortened
 * @param reason password, locked, disabled, code, step-missing
 */
public record SignInRefused(String account, String source, String reason) {}
