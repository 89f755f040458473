package io.wubu.problems;

import io.wubu.limits.LimitStart;
import io.wubu.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a problem: from one of these states to that state, with what was written.
 *
 * @param from the states the step may start from
 * @param to the new state; null leaves the state as it is
 * @param changes columns of the ledger row that the step sets, by column name
 * @param limit the rectification limit that begins with the step; null leaves the running one
 */
public record Move(
        String step,
        String label,
        Actor by,
        List<State> from,
        @Nullable State to,
        Map<String, Object> content,
        List<UUID> photos,
        Map<String, @Nullable Object> changes,
        @Nullable String ruleVersion,
        @Nullable LimitStart limit) {

    /** A step that writes nothing but its content. */
    public static Move of(String step, String label, Actor by, List<State> from, @Nullable State to) {
        return new Move(step, label, by, from, to, Map.of(), List.of(), Map.of(), null, null);
    }

    /** The same with what the officer wrote, by label. */
    public Move with(Map<String, Object> written, List<UUID> attached) {
        return new Move(step, label, by, from, to, written, attached, changes, ruleVersion, limit);
    }

    /** The same, ending in another state. */
    public Move to(State state) {
        return new Move(step, label, by, from, state, content, photos, changes, ruleVersion, limit);
    }

    /** The same, setting one more column of the ledger row. */
    public Move setting(String column, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(changes);
        more.put(column, value);
        return new Move(step, label, by, from, to, content, photos, more, ruleVersion, limit);
    }

    /** The region the case goes to; null if it stays. */
    @Nullable
    String region() {
        return changes.get("region_code") instanceof String region ? region : null;
    }

    /** The same, naming the decision table and version it rests on. */
    public Move under(@Nullable String rule) {
        return new Move(step, label, by, from, to, content, photos, changes, rule, limit);
    }

    /** The same, beginning a new limit for the rectification (整改时限). */
    public Move limitedBy(LimitStart start) {
        return new Move(step, label, by, from, to, content, photos, changes, ruleVersion, start);
    }
}
