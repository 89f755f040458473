package io.wubu.audit;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The request a thread works for: its trace id, where it comes from, who asks as soon as that is known, and why it is
 * refused if it is. What no request asks for, the system does itself.
 */
public final class Trace {

    /** The request's attribute that holds its trace id, for the error page, which comes after everything else. */
    public static final String ATTRIBUTE = "wubu.trace";

    private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

    private final String id;
    private final @Nullable String source;
    private @Nullable String account;
    private @Nullable String post;
    private @Nullable String reason;
    private boolean told;
    private boolean written;

    Trace(@Nullable String source) {
        var bytes = new byte[8];
        ThreadLocalRandom.current().nextBytes(bytes);
        this.id = HexFormat.of().formatHex(bytes);
        this.source = source;
    }

    /** The request of this thread, if it works for one. */
    public static @Nullable Trace current() {
        return CURRENT.get();
    }

    /** The id of this thread's request, as the answer tells it; empty outside a request. */
    public static String currentId() {
        var trace = CURRENT.get();
        return trace == null ? "" : trace.id;
    }

    /** Says who asks. */
    public static void by(String account, @Nullable String post) {
        var trace = CURRENT.get();
        if (trace != null) {
            trace.account = account;
            trace.post = post;
        }
    }

    /** Says why the request is refused, in a short stable word; the first reason stands. */
    public static void refused(String reason) {
        var trace = CURRENT.get();
        if (trace != null && trace.reason == null) {
            trace.reason = reason;
        }
    }

    /** Says that this request's refusal has its row already, or is none: a page may ask whether somebody is signed in. */
    public static void told() {
        var trace = CURRENT.get();
        if (trace != null) {
            trace.told = true;
        }
    }

    void begin() {
        CURRENT.set(this);
    }

    static void end() {
        CURRENT.remove();
    }

    String id() {
        return id;
    }

    /** A row says what this request has done. */
    static void written() {
        var trace = CURRENT.get();
        if (trace != null) {
            trace.written = true;
        }
    }

    boolean isWritten() {
        return written;
    }

    boolean isTold() {
        return told;
    }

    @Nullable
    String source() {
        return source;
    }

    @Nullable
    String account() {
        return account;
    }

    @Nullable
    String post() {
        return post;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
