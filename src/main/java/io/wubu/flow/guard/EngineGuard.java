package io.wubu.flow.guard;

import io.wubu.shared.Stale;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
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
    private static final String WEAK = "Password does not match policy";

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
        return user == null || user.getUserId() == null ? next.execute(command) : asked(command, user.getUserId());
    }

    private <T> T asked(Command<T> command, String user) {
        UserCommands.check(command, user);
        try {
            return next.execute(command);
        } catch (OptimisticLockingException failure) {
            throw new Stale("刚刚已有他人办理，请刷新后再试");
        } catch (AuthorizationException refusal) {
            throw refusal;
        } catch (ProcessEngineException failure) {
            throw named(failure);
        }
    }

    /** What belongs to another region is forbidden, and a weak password the user's fault: no internal errors. */
    private static ProcessEngineException named(ProcessEngineException failure) {
        var message = String.valueOf(failure.getMessage());
        if (message.contains(FOREIGN)) {
            return new AuthorizationException("没有权限");
        }
        if (failure instanceof NullValueException) {
            return new BadUserRequestException("没有找到，或缺少必填项");
        }
        return message.contains(WEAK) ? new BadUserRequestException("密码不符合规则") : failure;
    }

    private static @Nullable Object saved(Command<?> command) {
        return Hidden.read(command, "filter") instanceof Filter filter ? filter.getQuery() : null;
    }
}
