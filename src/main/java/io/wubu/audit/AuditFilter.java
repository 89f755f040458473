package io.wubu.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted; null means any.
 *
 * @param to exclusive
 * @param before only rows with a smaller id: the next page
 * @param most how many at most
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String account,
        @Nullable AuditKind kind,
        @Nullable AuditResult result,
        @Nullable Long before,
        int most) {

    /** The same, the next page of it. */
    public AuditFilter before(long id) {
        return new AuditFilter(from, to, account, kind, result, id, most);
    }
}
