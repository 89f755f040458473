package io.wubu.flow.guard;

import io.wubu.audit.AuditLog;
import io.wubu.audit.Trace;
import io.wubu.database.DatabaseTroubled;
import io.wubu.database.Trouble;
import io.wubu.flow.logins.Passwords;
import io.wubu.flow.questions.Nonsense;
import io.wubu.flow.questions.Questions;
import io.wubu.shared.Stale;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The one place every engine call passes, from our code, the webapps or anywhere else: no expressions in queries, and of
 * what a signed-in user calls himself only what {@link UserCommands} lists, no larger than {@link Questions} lets it be. Calls inside
 * another call are the application's own.
 */
class EngineGuard extends CommandInterceptor {

    private static final String FOREIGN = "belongs to no authenticated tenant";
    private static final String WEAK = "Password does not match policy";

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectProvider<Passwords> passwords;
    private final AuditLog audit;
    private final Questions questions;
    private final Repeats repeats;
    private final Deeds deeds;

    EngineGuard(
            ProcessEngineConfigurationImpl engine,
            ObjectProvider<Passwords> passwords,
            AuditLog audit,
            Questions questions,
            RepeatLimits repeatLimits) {
        this.engine = engine;
        this.passwords = passwords;
        this.audit = audit;
        this.questions = questions;
        this.repeats = new Repeats(engine, repeatLimits);
        this.deeds = new Deeds(engine, repeats);
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
        if (command instanceof SaveUserCmd) {
            return saved(command, () -> passed(command));
        }
        return passed(command);
    }

    private <T> T passed(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        var user = engine.getIdentityService().getCurrentAuthentication();
        return user == null || user.getUserId() == null ? next.execute(command) : asked(command, user);
    }

    private <T> T asked(Command<T> command, Authentication user) {
        try {
            UserCommands.check(command, user.getUserId());
            if (UserCommands.isQuestion(command)) {
                questions.check(command);
            } else if (command instanceof SetJobRetriesCmd repeat) {
                repeats.check(repeat);
            }
            return done(command, user);
        } catch (OptimisticLockingException failure) {
            throw new Stale("刚刚已有他人办理，请刷新后再试");
        } catch (AuthorizationException refusal) {
            Trace.refused("engine");
            throw refusal;
        } catch (RuntimeException failure) {
            throw told(command, failure);
        }
    }

    /** What a failure is to whoever called. */
    private static RuntimeException told(Command<?> command, RuntimeException failure) {
        var trouble = Trouble.of(failure);
        if (trouble.isPresent()) {
            return failure instanceof ProcessEngineException ? new DatabaseTroubled(trouble.get(), failure) : failure;
        }
        if (UserCommands.isQuestion(command) && Nonsense.isIn(failure)) {
            return new BadUserRequestException(Nonsense.REFUSAL);
        }
        return failure instanceof ProcessEngineException engines ? named(engines) : failure;
    }

    /** What changes something is written down in the same transaction. */
    private <T> T done(Command<T> command, Authentication user) {
        var deed = deeds.of(command);
        return deed == null
                ? next.execute(command)
                : audit.with(
                        user.getUserId(),
                        post(user.getGroupIds()),
                        deed.kind(),
                        deed.object(),
                        () -> next.execute(command));
    }

    /** The post among the groups somebody acts with. */
    static @Nullable String post(@Nullable List<String> groups) {
        return groups == null
                ? null
                : groups.stream()
                        .filter(group -> group.contains("@"))
                        .findFirst()
                        .orElse(null);
    }

    /** A new password keeps the rules, unless the application hands out a first one, and is remembered. */
    private <T> T saved(Command<T> command, Supplier<T> pass) {
        var user = Hidden.read(command, "user");
        if (!(user instanceof UserEntity entity) || !entity.hasNewPassword()) {
            return pass.get();
        }
        var by = engine.getIdentityService().getCurrentAuthentication();
        passwords.getObject().requireOwn(entity.getId(), by == null ? null : by.getUserId());
        var chosen = String.valueOf(Hidden.read(entity, "newPassword"));
        if (!Boolean.TRUE.equals(Hidden.read(command, "skipPasswordPolicy"))) {
            passwords.getObject().fault(engine, entity.getId(), chosen).ifPresent(fault -> {
                throw new BadUserRequestException(fault);
            });
        }
        var done = pass.get();
        passwords.getObject().set(entity, by == null ? null : by.getUserId());
        return done;
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
