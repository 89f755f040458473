package io.wubu.flow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task as far as its card shows it.
 *
 * @param line the case it is about, in one line
 */
public record TaskFace(String id, String name, String line, @Nullable String assignee, @Nullable Instant due) {}
