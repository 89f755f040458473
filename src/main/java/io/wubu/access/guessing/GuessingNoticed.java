package io.wubu.access.guessing;

/**
 * Passwords of an account are being guessed.
 *
 * @param account empty: of many accounts
 */
public record GuessingNoticed(String account, int attempts, int sources) {}
