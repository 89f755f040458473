package io.wubu.flow.guard;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the fields of the engine's commands, which have no accessors. The engine's version is fixed; tests pin the names. */
final class Hidden {

    private static final Map<String, Field> FIELDS = new ConcurrentHashMap<>();

    private Hidden() {}

    static @Nullable Object read(Object command, String name) {
        var field = FIELDS.computeIfAbsent(command.getClass().getName() + '#' + name, key -> find(command, name));
        try {
            return field.get(command);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field find(Object command, String name) {
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalStateException("no field " + name + " in " + command.getClass());
    }
}
