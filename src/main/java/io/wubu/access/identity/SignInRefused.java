package io.wubu.access.identity;

/**
 * A sign-in was refused.
 *
 * @param account as it was typed, known or not, shortened; empty if it didn't come to that
 * @param reason password, locked, disabled, code, directory; oidc-… what was wrong with a provider's word
 */
public record SignInRefused(String account, String source, String reason) {}
