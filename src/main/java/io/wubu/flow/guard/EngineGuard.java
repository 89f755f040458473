package io.wubu.flow.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The one place every engine call passes, from our code, the webapps or anywhere else: no expressions in queries, and of
 * what a signed-in user calls himself only what {@link UserCommands} lists. Calls inside another call are the
 * application's own.
 */
class EngineGuard extends CommandInterceptor {

    private static final String FOREIGN = "belongs to no authenticated tenant";

    private final ProcessEngineConfigurationImpl engine;

    EngineGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractExecuteFilterCmd) {
            NoExpressions.check(Hidden.read(command, "extendingQuery"));
        } else if (command instanceof SaveFilterCmd) {
            NoExpressions.check(saved(command));
        } else {
            NoExpressions.check(command);
        }
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        var user = engine.getIdentityService().getCurrentAuthentication();
        if (user != null && user.getUserId() != null) {
            UserCommands.check(command, user.getUserId());
        }
        return outermost(command);
    }

    private static @Nullable Object saved(Command<?> command) {
        return Hidden.read(command, "filter") instanceof Filter filter ? filter.getQuery() : null;
    }

    /** What belongs to another region is forbidden, not an internal error. */
    private <T> T outermost(Command<T> command) {
        try {
            return next.execute(command);
        } catch (AuthorizationException refusal) {
            throw refusal;
        } catch (ProcessEngineException failure) {
            if (failure.getMessage() != null && failure.getMessage().contains(FOREIGN)) {
                throw new AuthorizationException("没有权限");
            }
            throw failure;
        }
    }
}
