package io.wubu.records;

import io.wubu.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case record: who did what, under which post, when, from which state to which.
 *
 * @param subject the number of the problem, letter, interview, special supervision or round
 * @param step stable identifier, the user task's id where a person acted
 * @param content what was written, by the field's label
 * @param ruleVersion the decision table and version a value came from
 */
public record Entry(
        String subject,
        String step,
        String label,
        Actor by,
        Instant at,
        @Nullable String from,
        @Nullable String to,
        Map<String, Object> content,
        List<UUID> photos,
        @Nullable String ruleVersion) {}
