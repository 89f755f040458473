package io.wubu.flow.filters;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Replaces one of the engine's managers by a subclass, under the key the engine asks for. */
record Sessions(Class<?> type, Supplier<? extends Session> manager) implements SessionFactory {

    /** A factory that opens the manager wherever the engine asks for the type. */
    static SessionFactory of(Class<?> type, Supplier<? extends Session> manager) {
        return new Sessions(type, manager);
    }

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return manager.get();
    }
}
