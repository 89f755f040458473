package io.wubu.audit;

import org.jspecify.annotations.Nullable;

/** What is to be written down, before it is made fit for a row. */
record AuditNote(
        @Nullable String account,
        @Nullable String post,
        @Nullable String source,
        AuditKind kind,
        @Nullable String object,
        AuditResult result,
        @Nullable String reason,
        @Nullable String trace) {

    /** The account of what no request asks for. */
    private static final String SYSTEM = "system";

    /** What the request of this thread asks for, or the system itself. */
    static AuditNote of(AuditKind kind, @Nullable String object, AuditResult result, @Nullable String reason) {
        var trace = Trace.current();
        return trace == null
                ? new AuditNote(SYSTEM, null, null, kind, object, result, reason, null)
                : new AuditNote(
                        trace.account(), trace.post(), trace.source(), kind, object, result, reason, trace.id());
    }

    /** The same, done by somebody else than the request's account, or before it is known. */
    AuditNote by(@Nullable String account, @Nullable String post) {
        return new AuditNote(account, post, source, kind, object, result, reason, trace);
    }
}
