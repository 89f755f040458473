package io.wubu.closure;

import java.time.Instant;

/** An objection that waits for a ruling. */
public record Objection(long id, String text, String raisedBy, Instant raisedAt) {}
