package io.wubu.access.identity;

import java.time.Instant;

/** An account was locked for the source that guessed at its password, until then. */
public record AccountLocked(String account, String source, Instant until) {}
