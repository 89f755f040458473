package io.wubu.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connection in a request's hand: giving it back is told to its {@link Stay} first. */
final class HeldConnection implements InvocationHandler {

    private final Stay stay;
    private final Connection connection;

    HeldConnection(Stay stay, Connection connection) {
        this.stay = stay;
        this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            stay.givenBack(connection);
        } else if (method.getDeclaringClass() == Object.class
                && method.getName().equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
