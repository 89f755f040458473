package io.wubu.flow.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form read as the law of its fields: the same HTML an officer sees tells the server what is required, how long, from
 * which options. Nothing is stated twice.
 */
public final class PaperForm {

    private final List<FormField> fields;

    private PaperForm(List<FormField> fields) {
        this.fields = fields;
    }

    /** Reads a form from its HTML. */
    public static PaperForm parse(String html) {
        var document = Jsoup.parse(html);
        var fields = new ArrayList<FormField>();
        for (var element : document.select("[name], [data-list]")) {
            if (element.hasAttr("data-list")) {
                fields.add(FormField.list(element, rows(document, element)));
            } else if (isField(element) && element.closest("[data-list]") == null) {
                add(fields, element, document);
            }
        }
        return new PaperForm(List.copyOf(fields));
    }

    List<FormField> fields() {
        return fields;
    }

    private static List<FormField> rows(Document document, Element list) {
        var fields = new ArrayList<FormField>();
        for (var input : list.select("[name]")) {
            add(fields, input, document);
        }
        return List.copyOf(fields);
    }

    /** Boxes of one name are one field with several options. */
    private static void add(List<FormField> fields, Element input, Document document) {
        var name = input.attr("name");
        for (var i = 0; i < fields.size(); i++) {
            var known = fields.get(i);
            if (known.name().equals(name)) {
                fields.set(i, withOption(known, input));
                return;
            }
        }
        var field = FormField.input(input, label(input, document));
        fields.add(input.hasAttr("value") && isBox(input) ? withOption(field, input) : field);
    }

    private static FormField withOption(FormField field, Element input) {
        var options = new LinkedHashMap<>(field.options());
        var around = input.closest("label");
        options.put(input.attr("value"), around == null ? input.attr("value") : around.text());
        return new FormField(
                field.name(),
                field.label(),
                field.type(),
                field.required() || input.hasAttr("required"),
                field.requiredIf(),
                field.minLength(),
                field.maxLength(),
                field.min(),
                field.max(),
                field.step(),
                field.pattern(),
                field.patternText(),
                options,
                field.fields());
    }

    private static boolean isField(Element element) {
        return List.of("input", "select", "textarea").contains(element.tagName());
    }

    private static boolean isBox(Element input) {
        return List.of("checkbox", "radio").contains(input.attr("type"));
    }

    private static String label(Element input, Document document) {
        if (input.hasAttr("data-label")) {
            return input.attr("data-label");
        }
        var box = input.closest("[data-label]");
        if (box != null && !box.hasAttr("data-list")) {
            return box.attr("data-label");
        }
        var label = document.selectFirst("label[for=" + input.id() + "]");
        var around = input.closest("label");
        return label != null ? label.text() : around != null ? around.text() : input.attr("name");
    }
}
