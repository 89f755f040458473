package io.wubu.access.identity;

/**
 * A session has ended otherwise than by waiting.
 *
 * @param source empty if it was ended from elsewhere
 * @param reason own, forged, too-many, too-old, disabled, password
 */
public record SignedOut(String account, String source, String reason) {}
