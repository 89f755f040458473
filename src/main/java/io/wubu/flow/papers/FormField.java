package io.wubu.flow.papers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One field of a paper, as its form states it.
 *
 * @param requiredIf {@code field} or {@code field=value[|value]}: required when that field is filled or has that value
 * @param step what a number is counted in; whole numbers if it is not stated, {@code any} for no rule
 * @param options the values a choice may have with their words; empty when they come with the task
 * @param fields the fields of one row, for a list
 */
record FormField(
        String name,
        String label,
        String type,
        boolean required,
        @Nullable String requiredIf,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String min,
        @Nullable String max,
        @Nullable String step,
        @Nullable String pattern,
        @Nullable String patternText,
        Map<String, String> options,
        List<FormField> fields) {

    static FormField list(Element list, List<FormField> fields) {
        return new FormField(
                list.attr("data-list"),
                list.attr("data-label"),
                "list",
                list.hasAttr("data-required"),
                value(list, "data-required-if"),
                number(list, "data-min"),
                number(list, "data-max"),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                fields);
    }

    static FormField input(Element input, String label) {
        var photos = input.hasAttr("data-photos");
        return new FormField(
                input.attr("name"),
                label,
                photos ? "photos" : input.tagName().equals("input") ? input.attr("type") : input.tagName(),
                input.hasAttr("required") || input.hasAttr("data-required"),
                value(input, "data-required-if"),
                number(input, photos ? "data-min" : "minlength"),
                number(input, photos ? "data-max" : "maxlength"),
                value(input, "min"),
                value(input, "max"),
                value(input, "step"),
                value(input, "pattern"),
                value(input, "title"),
                options(input),
                List.of());
    }

    private static Map<String, String> options(Element input) {
        var options = new LinkedHashMap<String, String>();
        input.select("option").forEach(option -> {
            if (!option.attr("value").isEmpty()) {
                options.put(option.attr("value"), option.text());
            }
        });
        return options;
    }

    /** Whether choices of this field or of its rows are known only with the task. */
    boolean isOffered() {
        return type.equals("select") && options.isEmpty() || fields.stream().anyMatch(FormField::isOffered);
    }

    private static @Nullable String value(Element element, String attribute) {
        return element.hasAttr(attribute) ? element.attr(attribute) : null;
    }

    private static @Nullable Integer number(Element element, String attribute) {
        return element.hasAttr(attribute) ? Integer.valueOf(element.attr(attribute)) : null;
    }
}
