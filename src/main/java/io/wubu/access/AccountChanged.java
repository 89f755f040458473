package io.wubu.access;

/**
 * An administrator has changed an account.
 *
 * @param change opened, disabled, enabled, post-given, post-taken, unlocked, second-factor-removed
 * @param detail the post, if it is about one
 */
public record AccountChanged(String account, String by, String change, String detail) {}
