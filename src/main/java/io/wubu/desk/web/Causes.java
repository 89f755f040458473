package io.wubu.desk.web;

import io.wubu.audit.AuditUnavailable;
import io.wubu.shared.Busy;
import io.wubu.shared.NoRoom;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What stands behind a failure, however often it was wrapped. */
final class Causes {

    /** character_not_in_repertoire, untranslatable_character. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private Causes() {}

    /** The database keeps no NUL and no half of a pair, wherever in a request they come from. */
    static boolean isNoText(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && NO_TEXT.contains(String.valueOf(refusal.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Spring takes the head of a request over into its own and finds a wildcard there. */
    static boolean isContentType(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && String.valueOf(failure.getMessage()).startsWith(HttpHeaders.CONTENT_TYPE + " ");
    }

    /** What one of our own rules said. */
    static @Nullable Throwable domain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleBroken
                    || cause instanceof Unknown
                    || cause instanceof Stale
                    || cause instanceof NoRoom
                    || cause instanceof AuditUnavailable
                    || cause instanceof Busy) {
                return cause;
            }
        }
        return null;
    }
}
