package io.wubu.flow.papers;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper as the case record keeps it: labels for names, the words of the choices for their values, in the form's order. */
final class PaperWords {

    private static final Set<String> UNWRITTEN = Set.of("photos", "hidden");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Map<String, Map<String, String>> offered;

    private PaperWords(Map<String, Map<String, String>> offered) {
        this.offered = offered;
    }

    /** The words of a checked paper; {@code prefill} brings the choices that came with the task. Photos are kept apart,
     * hidden fields left out. */
    static Map<String, Object> of(PaperForm form, Map<String, Object> values, Map<String, Object> prefill) {
        var offered = new HashMap<String, Map<String, String>>();
        prefill.forEach((key, choices) -> {
            if (key.startsWith("options.") && choices instanceof List<?> list) {
                offered.put(key.substring("options.".length()), choices(list));
            }
        });
        return new PaperWords(offered).words(form.fields(), values);
    }

    private static Map<String, String> choices(List<?> list) {
        var words = new HashMap<String, String>();
        for (var choice : list) {
            if (choice instanceof Map<?, ?> pair) {
                words.put(String.valueOf(pair.get("value")), String.valueOf(pair.get("label")));
            }
        }
        return words;
    }

    private Map<String, Object> words(List<FormField> fields, Map<?, ?> values) {
        var words = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = values.get(field.name());
            if (value != null && !UNWRITTEN.contains(field.type())) {
                words.put(field.label(), word(field, value));
            }
        }
        return words;
    }

    private Object word(FormField field, Object value) {
        if (value instanceof List<?> many) {
            return many.stream()
                    .filter(item -> !(item instanceof UUID))
                    .map(item -> item instanceof Map<?, ?> row ? words(field.fields(), row) : word(field, item))
                    .toList();
        }
        if (value instanceof Boolean ticked) {
            return ticked ? "是" : "否";
        }
        if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        return value instanceof Number ? value : choice(field, value.toString());
    }

    private String choice(FormField field, String value) {
        @Nullable String word = field.options().get(value);
        return word != null
                ? word
                : offered.getOrDefault(field.name(), Map.of()).getOrDefault(value, value);
    }
}
