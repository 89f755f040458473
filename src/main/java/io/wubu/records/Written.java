package io.wubu.records;

import io.wubu.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody wrote, on its way into the case record.
 *
 * @param content by the field's label
 */
public record Written(Actor by, Map<String, Object> content, List<UUID> photos) {

    /** An automatic step and what it found. */
    public static Written automatic(Map<String, Object> content) {
        return new Written(Actor.SYSTEM, content, List.of());
    }

    /** The same with one more line. */
    public Written and(String label, Object value) {
        var more = new LinkedHashMap<>(content);
        more.put(label, value);
        return new Written(by, more, photos);
    }
}
