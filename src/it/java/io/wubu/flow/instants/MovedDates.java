package io.wubu.flow.instants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;

/** A connection whose statements send dates eight hours off. */
final class MovedDates {

    private static final long MOVED = 8 * 3_600_000L;

    private MovedDates() {}

    static Connection of(Connection connection) {
        return wrap(Connection.class, (method, arguments) -> {
            var answer = call(connection, method, arguments);
            return answer instanceof PreparedStatement statement ? statement(statement) : answer;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement) {
        return wrap(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("setTimestamp")) {
                arguments[1] = new Timestamp(((Timestamp) arguments[1]).getTime() + MOVED);
            }
            return call(statement, method, arguments);
        });
    }

    private interface Calls {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.of(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
