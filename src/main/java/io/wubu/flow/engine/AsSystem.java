package io.wubu.flow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Engine calls the application makes on its own behalf, across regions and without the officer's grants. */
@Component
public class AsSystem {

    private final ProcessEngineConfigurationImpl configuration;

    AsSystem(@Lazy SpringProcessEngineConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Runs engine calls with tenant and authorization checks off, and restores both. */
    public <T> T call(Supplier<T> calls) {
        Command<T> command = context -> {
            var tenantCheck = context.isTenantCheckEnabled();
            var authorizationCheck = context.isAuthorizationCheckEnabled();
            context.disableTenantCheck();
            context.disableAuthorizationCheck();
            try {
                return calls.get();
            } finally {
                if (tenantCheck) {
                    context.enableTenantCheck();
                }
                if (authorizationCheck) {
                    context.enableAuthorizationCheck();
                }
            }
        };
        return configuration.getCommandExecutorTxRequired().execute(command);
    }

    /** The same for calls without a result. */
    public void run(Runnable calls) {
        call(() -> {
            calls.run();
            return true;
        });
    }
}
