package io.wubu.desk.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.wubu.shared.RuleBroken.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which field of a body was not what it should be, in the user's words. */
final class Misread {

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "应为文字"),
            Map.entry(int.class, "应为整数"),
            Map.entry(long.class, "应为整数"),
            Map.entry(Integer.class, "应为整数"),
            Map.entry(Long.class, "应为整数"),
            Map.entry(double.class, "应为数字"),
            Map.entry(BigDecimal.class, "应为数字"),
            Map.entry(boolean.class, "应为 true 或 false"),
            Map.entry(Boolean.class, "应为 true 或 false"),
            Map.entry(LocalDate.class, "应为日期（年-月-日）"),
            Map.entry(LocalTime.class, "应为时刻，如 08:30"));

    private Misread() {}

    /** The fault, if one of the body's fields has it; nothing if the whole body can't be read. */
    static Optional<Fault> of(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping) {
                var field = field(mapping);
                return field.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Fault(field, "type", FieldNames.of(field) + "：" + rule(mapping)));
            }
        }
        return Optional.empty();
    }

    private static String field(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String rule(JsonMappingException mapping) {
        return mapping instanceof MismatchedInputException mismatch ? rule(mismatch.getTargetType()) : "格式不正确";
    }

    private static String rule(@Nullable Class<?> type) {
        if (type == null) {
            return "类型不正确";
        }
        if (type.isEnum()) {
            return "应为所列的选项之一";
        }
        return Collection.class.isAssignableFrom(type) ? "应为列表" : TYPES.getOrDefault(type, "类型或格式不正确");
    }
}
