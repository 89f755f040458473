package io.wubu.secrets;

/**
 * A sealed text as it stands in a column.
 *
 * @param text scheme, nonce and ciphertext
 */
public record Sealed(String text) {}
