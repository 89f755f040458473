package io.wubu.accounts;

/** A password an account had: its hash and the salt that belongs to it. */
public record OldPassword(String hash, String salt) {}
