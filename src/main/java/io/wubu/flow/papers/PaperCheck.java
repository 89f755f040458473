package io.wubu.flow.papers;

import io.wubu.shared.Legible;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what was filled in against the form, fault by fault; each sentence names field and rule. */
class PaperCheck {

    private static final int LONGEST_TEXT = 20_000;

    /** As it is typed; what Java would read besides (hexadecimals, suffixes, names) is no figure on paper. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    private final List<RuleBroken.Fault> faults = new ArrayList<>();
    private final LocalDate today;

    PaperCheck(LocalDate today) {
        this.today = today;
    }

    /** The values by field, texts stripped, numbers and dates read; {@link RuleBroken} with all faults at once. */
    Map<String, Object> check(PaperForm form, Map<String, Object> given) {
        var values = fields(form.fields(), given, "", "");
        if (!faults.isEmpty()) {
            throw new RuleBroken(faults);
        }
        return values;
    }

    private Map<String, Object> fields(List<FormField> fields, Map<String, Object> given, String path, String where) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var raw = given.get(field.name());
            var name = path + field.name();
            var label = where + field.label();
            var value = raw == null || isEmpty(raw) ? null : value(field, raw, name, label);
            if (value != null) {
                values.put(field.name(), value);
            } else if (isEmpty(raw) && isRequired(field, given)) {
                fault(name, "required", "“" + label + "”必填");
            }
        }
        return values;
    }

    private @Nullable Object value(FormField field, Object raw, String name, String label) {
        return switch (field.type()) {
            case "list" -> list(field, raw, name, label);
            case "photos" -> photos(field, raw, name, label);
            case "number" -> number(field, raw, name, label);
            case "date" -> date(field, raw, name, label);
            case "datetime-local" -> dateTime(raw, name, label);
            case "checkbox" -> box(field, raw, name, label);
            case "select", "radio" -> choice(field, raw, name, label);
            default -> text(field, raw, name, label);
        };
    }

    private @Nullable Object text(FormField field, Object raw, String name, String label) {
        if (!(raw instanceof String given)) {
            return fault(name, "type", "“" + label + "”应为文字");
        }
        var text = given.strip();
        var illegible = field.type().equals("textarea") ? Legible.fault(text) : Legible.faultOfLine(text);
        if (illegible.isPresent()) {
            return fault(name, "characters", "“" + label + "”" + illegible.get());
        }
        var length = text.codePointCount(0, text.length());
        var max = field.maxLength() == null ? LONGEST_TEXT : field.maxLength();
        if (field.minLength() != null && length < field.minLength()) {
            return fault(name, "minlength", "“%s”至少 %d 字，现为 %d 字".formatted(label, field.minLength(), length));
        }
        if (length > max) {
            return fault(name, "maxlength", "“%s”至多 %d 字，现为 %d 字".formatted(label, max, length));
        }
        if (field.pattern() != null && !Pattern.matches(field.pattern(), text)) {
            var rule = field.patternText() == null ? "格式不正确" : field.patternText();
            return fault(name, "pattern", "“" + label + "”：" + rule);
        }
        return text;
    }

    private @Nullable Object choice(FormField field, Object raw, String name, String label) {
        if (!(raw instanceof String || raw instanceof Boolean)
                || Legible.faultOfLine(raw.toString()).isPresent()) {
            return fault(name, "type", "“" + label + "”应从所列的选项中选");
        }
        var value = raw.toString();
        return field.options().isEmpty() || field.options().containsKey(value)
                ? value
                : fault(name, "option", "“" + label + "”不能选“" + value + "”");
    }

    private @Nullable Object box(FormField field, Object raw, String name, String label) {
        if (field.options().size() <= 1) {
            var ticked = Boolean.TRUE.equals(raw) || field.options().containsKey(raw.toString());
            return ticked || !field.required() ? ticked : fault(name, "required", "“" + label + "”必须确认");
        }
        var values = raw instanceof List<?> many ? many : List.of(raw);
        for (var value : values) {
            if (!field.options().containsKey(String.valueOf(value))) {
                return fault(name, "option", "“" + label + "”不能选“" + value + "”");
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object number(FormField field, Object raw, String name, String label) {
        var number = new PaperNumber(field, raw);
        var wrong = number.fault();
        return wrong == null ? number.value() : fault(name, wrong[0], "“" + label + "”" + wrong[1]);
    }

    private @Nullable Object date(FormField field, Object raw, String name, String label) {
        LocalDate date;
        try {
            date = LocalDate.parse(raw.toString().strip());
        } catch (DateTimeParseException e) {
            return fault(name, "date", "“" + label + "”应为日期（年-月-日）");
        }
        if (isFar(date)) {
            return fault(name, "date", "“" + label + "”应在 " + FIRST_YEAR + "—" + LAST_YEAR + " 年之间");
        }
        if ("today".equals(field.max()) && date.isAfter(today)) {
            return fault(name, "future", "“" + label + "”不能晚于今天");
        }
        if ("today".equals(field.min()) && date.isBefore(today)) {
            return fault(name, "past", "“" + label + "”不能早于今天");
        }
        return date;
    }

    private @Nullable Object dateTime(Object raw, String name, String label) {
        try {
            var moment = LocalDateTime.parse(raw.toString().strip());
            return isFar(moment.toLocalDate())
                    ? fault(name, "datetime", "“" + label + "”应在 " + FIRST_YEAR + "—" + LAST_YEAR + " 年之间")
                    : moment;
        } catch (DateTimeParseException e) {
            return fault(name, "datetime", "“" + label + "”应为日期和时间");
        }
    }

    private static boolean isFar(LocalDate date) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR;
    }

    private @Nullable Object photos(FormField field, Object raw, String name, String label) {
        var ids = new ArrayList<UUID>();
        try {
            for (var id : raw instanceof List<?> many ? many : List.of(raw)) {
                ids.add(UUID.fromString(String.valueOf(id)));
            }
        } catch (IllegalArgumentException e) {
            return fault(name, "photos", "“" + label + "”中的照片无法识别，请重新上传");
        }
        return counted(field, ids, name, label, "张");
    }

    private @Nullable Object list(FormField field, Object raw, String name, String label) {
        var rows = new ArrayList<Map<String, Object>>();
        if (!(raw instanceof List<?> given)) {
            return fault(name, "list", "“" + label + "”应为列表");
        }
        for (var row : given) {
            var place = "%s[%d].".formatted(name, rows.size());
            var where = "%s第%d项 ".formatted(label, rows.size() + 1);
            rows.add(fields(field.fields(), texts(row), place, where));
        }
        return counted(field, rows, name, label, "项");
    }

    private <T> @Nullable List<T> counted(FormField field, List<T> values, String name, String label, String unit) {
        if (field.minLength() != null && values.size() < field.minLength()) {
            return fault(
                    name,
                    "min",
                    "“%s”至少 %d %s，现有 %d %s".formatted(label, field.minLength(), unit, values.size(), unit));
        }
        if (field.maxLength() != null && values.size() > field.maxLength()) {
            return fault(name, "max", "“%s”至多 %d %s".formatted(label, field.maxLength(), unit));
        }
        return List.copyOf(values);
    }

    private static boolean isRequired(FormField field, Map<String, Object> given) {
        if (field.requiredIf() == null) {
            return field.required();
        }
        var condition = field.requiredIf().split("=", 2);
        var other = given.get(condition[0]);
        return condition.length == 1
                ? !isEmpty(other)
                : other != null && Arrays.asList(condition[1].split("\\|")).contains(other.toString());
    }

    private static boolean isEmpty(@Nullable Object raw) {
        return raw == null
                || raw instanceof String text && text.isBlank()
                || raw instanceof List<?> list && list.isEmpty()
                || Boolean.FALSE.equals(raw);
    }

    private static Map<String, Object> texts(Object row) {
        var texts = new LinkedHashMap<String, Object>();
        if (row instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        }
        return texts;
    }

    private <T> @Nullable T fault(String name, String code, String message) {
        faults.add(new RuleBroken.Fault(name, code, message));
        return null;
    }
}
