package io.wubu.flow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task from outside.
 *
 * @param line the case it is about, in one line
 * @param group the candidate group, if it waits for somebody to claim it
 */
public record TaskLook(
        String id,
        String step,
        String name,
        String line,
        @Nullable String assignee,
        @Nullable String group,
        @Nullable Instant due) {}
