package io.wubu.access;

/**
 * A request was refused before it reached anything.
 *
 * @param account empty for a stranger
 * @param reason route, not-signed-in, token, path, row
 */
public record RequestRefused(String account, String source, String method, String path, int status, String reason) {}
