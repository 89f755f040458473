package io.wubu.flow.papers;

import io.wubu.people.Person;
import io.wubu.records.Written;
import io.wubu.shared.Unknown;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A checked paper on its way to the domain: who handed it in and what it says. */
public final class FilledPaper {

    private final Person by;
    private final Map<String, Object> words;
    private final Map<String, Object> values;

    FilledPaper(Person by, Map<String, Object> words, Map<String, Object> values) {
        this.by = by;
        this.words = words;
        this.values = values;
    }

    /** Where the paper of a task lies while its transaction runs; it never becomes a variable. */
    static String onTheCounter(String taskId) {
        return "paper of task " + taskId;
    }

    /** Whether the paper of a task is being handed in by this transaction. */
    public static boolean isOnTheCounter(String taskId) {
        return TransactionSynchronizationManager.getResource(onTheCounter(taskId)) instanceof FilledPaper;
    }

    /** The paper a task is completed with; a task can't be completed without one. */
    static FilledPaper of(DelegateTask task) {
        if (TransactionSynchronizationManager.getResource(onTheCounter(task.getId())) instanceof FilledPaper paper) {
            return paper;
        }
        throw new Unknown("“%s”须填写表单后提交".formatted(task.getName()));
    }

    /** Who hands it in. */
    public Person by() {
        return by;
    }

    /** A required text or choice. */
    public String text(String name) {
        var text = textOrNull(name);
        if (text == null) {
            throw new IllegalStateException("field is not required by its form: " + name);
        }
        return text;
    }

    /** An optional text or choice. */
    public @Nullable String textOrNull(String name) {
        var value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** Whether a choice has this value. */
    public boolean is(String name, String value) {
        return value.equals(textOrNull(name));
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A required whole number. */
    public int integer(String name) {
        return values.get(name) instanceof Long number ? Math.toIntExact(number) : missing(name);
    }

    /** An optional number. */
    public @Nullable Double numberOrNull(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    /** A required date. */
    public LocalDate date(String name) {
        return values.get(name) instanceof LocalDate date ? date : missing(name);
    }

    /** A required date and time. */
    public LocalDateTime dateTime(String name) {
        return values.get(name) instanceof LocalDateTime moment ? moment : missing(name);
    }

    /** The rows of a list, none if it was left empty. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String name) {
        return values.get(name) instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    /** The ticked values of a group of boxes. */
    public List<String> choices(String name) {
        return values.get(name) instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** All photos of the paper, in the order of its fields. */
    public List<UUID> photos() {
        var photos = new ArrayList<UUID>();
        for (var value : values.values()) {
            if (value instanceof List<?> list) {
                list.stream()
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .forEach(photos::add);
            }
        }
        return photos;
    }

    /** What was written, by label and in words, for the case record; photos are kept beside it. */
    public Map<String, Object> written() {
        return new LinkedHashMap<>(words);
    }

    /** The paper as rooms take it. */
    public Written forRecord() {
        return new Written(by.actor(), written(), photos());
    }

    private static <T> T missing(String name) {
        throw new IllegalStateException("field is not required by its form, or no whole number: " + name);
    }
}
