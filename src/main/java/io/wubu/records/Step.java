package io.wubu.records;

import io.wubu.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a case other than a problem: from one state to the next, with what was written.
 *
 * @param changes columns of the case's row that the step sets, by column name
 */
public record Step<S extends Enum<S>>(
        String id,
        String label,
        Actor by,
        S from,
        S to,
        Map<String, Object> content,
        List<UUID> photos,
        Map<String, @Nullable Object> changes,
        @Nullable String ruleVersion) {

    /** A step that writes nothing but its content. */
    public static <S extends Enum<S>> Step<S> of(String id, String label, Actor by, S from, S to) {
        return new Step<>(id, label, by, from, to, Map.of(), List.of(), Map.of(), null);
    }

    /** The same with what the officer wrote, by label. */
    public Step<S> with(Map<String, Object> written, List<UUID> attached) {
        return new Step<>(id, label, by, from, to, written, attached, changes, ruleVersion);
    }

    /** The same, setting one more column. */
    public Step<S> setting(String column, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(changes);
        more.put(column, value);
        return new Step<>(id, label, by, from, to, content, photos, more, ruleVersion);
    }

    /** The same, naming the decision table it rests on. */
    public Step<S> under(String rule) {
        return new Step<>(id, label, by, from, to, content, photos, changes, rule);
    }
}
