package io.wubu.flow.engine;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** A subclass of one of the engine's managers, opened wherever the engine asks for the manager. */
public record OwnManager(Class<?> type, Supplier<? extends Session> manager) implements SessionFactory {

    /** Puts it into an engine that is being configured. */
    public static <T> void put(ProcessEngineConfigurationImpl engine, Class<T> type, Supplier<? extends T> manager) {
        if (engine.getCustomSessionFactories() == null) {
            engine.setCustomSessionFactories(new ArrayList<>());
        }
        engine.getCustomSessionFactories().add(new OwnManager(type, () -> (Session) manager.get()));
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
