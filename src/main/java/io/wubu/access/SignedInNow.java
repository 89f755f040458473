package io.wubu.access;

/**
 * Somebody has signed in.
 *
 * @param way page, webapp or basic
 */
public record SignedInNow(String account, String source, String way) {}
