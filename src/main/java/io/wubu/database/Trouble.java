package io.wubu.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** What can be wrong with the database without anybody's fault, in the words the user reads; never the driver's. */
public enum Trouble {
    /** No connection became free in time. */
    BUSY(503, "busy", "系统繁忙，请稍后再试"),
    /** One account has as many requests in the database as it may. */
    CROWDED(429, "too-many", "您同时进行的查询太多，请等前面的完成后再试"),
    /** A statement took too long and was stopped. */
    TOO_LONG(503, "too-long", "查询太久，已停止，请缩小范围"),
    /** The same for a step, whose transaction is undone. */
    TOO_SLOW(503, "too-long", "办理用时太久，已停止，没有办成，请稍后再试"),
    /** Somebody else holds what is needed. */
    LOCKED(503, "locked", "所需数据正被其他办理占用，请稍后再试"),
    /** Nobody answers at its address. */
    UNREACHABLE(503, "unreachable", "数据库暂时连不上，请稍后再试"),
    /** It is there but says nothing. */
    SILENT(503, "silent", "数据库没有回答，请稍后再试"),
    /** A step was in it when it fell silent or went away. */
    UNCERTAIN(503, "uncertain", "数据库没有回答，不知道这一步是否已经办成；恢复后请先查看结果，不要直接重办"),
    /** Whoever asked doesn't wait for the answer any more. */
    LEFT(503, "left", "请求已中断");

    /** What the pool says of a connection that broke in somebody's hand; it has no state for it. */
    private static final String BROKEN = "Connection is closed";

    /** Its files can't be read or written: a disk that has become read-only. */
    private static final String OF_THE_SYSTEM = "58";

    private final int status;
    private final String type;
    private final String words;

    Trouble(int status, String type, String words) {
        this.status = status;
        this.type = type;
        this.words = words;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short stable word for programs. */
    public String type() {
        return type;
    }

    /** The sentence the user reads. */
    public String words() {
        return words;
    }

    /** Seconds after which asking again makes sense. */
    public int retryAfter() {
        return this == BUSY || this == CROWDED ? 2 : 5;
    }

    /** Whether nobody gets anything from the database now, the audit log included. */
    public boolean isOfAll() {
        return this == UNREACHABLE || this == SILENT || this == UNCERTAIN;
    }

    /** What stands behind a failure, however often it was wrapped. */
    public static Optional<Trouble> of(@Nullable Throwable failure) {
        var stay = Stay.current();
        Trouble found = null;
        var opened = true;
        var database = false;
        for (var cause = failure; cause != null; cause = behind(cause)) {
            if (cause instanceof DatabaseTroubled told) {
                return Optional.of(told.trouble());
            }
            if (cause instanceof NotGiven refusal) {
                return Optional.of(refusal.trouble().seenBy(stay, true));
            }
            if (cause instanceof SQLException refusal) {
                database = true;
                opened &= !(refusal instanceof SQLTransientConnectionException);
                var named = named(refusal);
                found = named == null ? found : named;
            }
        }
        var known = stay == null || !database ? null : stay.trouble();
        return Optional.ofNullable(known != null ? known : found == null ? null : found.seenBy(stay, opened));
    }

    /** Why a transaction was to be undone says more than that it couldn't be. */
    private static @Nullable Throwable behind(Throwable failure) {
        return failure instanceof TransactionSystemException undone && undone.getApplicationException() != null
                ? undone.getApplicationException()
                : failure.getCause();
    }

    /** A step that was under way may have been done; a list that took too long could be shorter. */
    private Trouble seenBy(@Nullable Stay stay, boolean opened) {
        if (stay == null || stay.isReading()) {
            return this;
        }
        if (this == TOO_LONG) {
            return TOO_SLOW;
        }
        return isOfAll() && opened && stay.mayHaveChanged() ? UNCERTAIN : this;
    }

    private static @Nullable Trouble named(SQLException refusal) {
        var state = String.valueOf(refusal.getSQLState());
        return switch (state) {
            case "57014", "25P03", "25P04" -> TOO_LONG;
            case "55P03", "40P01", "40001" -> LOCKED;
            case "53300" -> BUSY;
            case "57P01", "57P02", "57P03", "57P05" -> UNREACHABLE;
            default -> {
                if (state.startsWith("08") || state.startsWith(OF_THE_SYSTEM) || BROKEN.equals(refusal.getMessage())) {
                    yield UNREACHABLE;
                }
                yield refusal instanceof SQLTransientConnectionException ? BUSY : null;
            }
        };
    }
}
