package io.wubu.access.identity;

/**
 * Somebody has signed in.
 *
 * @param way page, webapp, basic or oidc
 */
public record SignedInNow(String account, String source, String way) {}
