package io.wubu.access;

/**
 * An account was changed, by an administrator or, as to the post it acts under, by itself.
 *
 * @param change opened, post-chosen, disabled, enabled, post-given, post-taken, unlocked, second-factor-removed, outside, inside
 * @param detail the post, if it is about one
 */
public record AccountChanged(String account, String by, String change, String detail) {}
