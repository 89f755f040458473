package io.wubu.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty to publish.
 *
 * @param duty its code, M22 to M24
 * @param actor the candidate group that has it
 * @param anchor what its limit runs from; that day is not counted
 * @param onTime null until it is done
 */
public record Duty(
        String subject,
        String duty,
        String content,
        String actor,
        String regionCode,
        String channel,
        String anchor,
        LocalDate anchorOn,
        LocalDate dueOn,
        Instant dueAt,
        @Nullable LocalDate publishedOn,
        @Nullable String url,
        @Nullable Boolean onTime) {}
