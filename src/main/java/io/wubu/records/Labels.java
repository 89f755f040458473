package io.wubu.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which a paper's labels stand, which the database's JSON doesn't keep. */
final class Labels {

    private Labels() {}

    /** All labels at any depth, in the order they are met. */
    static List<String> of(Map<String, ?> content) {
        var labels = new LinkedHashSet<String>();
        collect(content, labels);
        return List.copyOf(labels);
    }

    private static void collect(Object part, Set<String> labels) {
        if (part instanceof Map<?, ?> map) {
            map.forEach((label, value) -> {
                labels.add(String.valueOf(label));
                if (value != null) {
                    collect(value, labels);
                }
            });
        } else if (part instanceof Collection<?> many) {
            many.stream().filter(one -> one != null).forEach(one -> collect(one, labels));
        }
    }

    /** The content with its labels in that order; what isn't among them comes last. */
    static Map<String, Object> ordered(Map<String, Object> content, List<String> labels) {
        var places = new HashMap<String, Integer>();
        labels.forEach(label -> places.putIfAbsent(label, places.size()));
        return map(content, places);
    }

    private static Map<String, Object> map(Map<?, ?> content, Map<String, Integer> places) {
        var ordered = new LinkedHashMap<String, Object>();
        content.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> places.getOrDefault(String.valueOf(entry.getKey()), Integer.MAX_VALUE)))
                .forEach(entry -> ordered.put(String.valueOf(entry.getKey()), part(entry.getValue(), places)));
        return ordered;
    }

    private static Object part(Object value, Map<String, Integer> places) {
        if (value instanceof Map<?, ?> map) {
            return map(map, places);
        }
        if (value instanceof Collection<?> many) {
            var parts = new ArrayList<>();
            many.forEach(one -> parts.add(part(one, places)));
            return parts;
        }
        return value;
    }
}
