package io.wubu.access.identity;

/**
 * A password was changed.
 *
 * @param by the account itself, or the administrator who handed a new one out
 */
public record PasswordChanged(String account, String by) {}
