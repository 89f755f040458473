package io.wubu.flow.guard;

import io.wubu.flow.papers.FilledPaper;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.FindActiveActivityIdsCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;

/**
 * What a user may ask of the engine himself: read, claim, give back, hand in a paper, repeat a failed job, each
 * within his grants. Accounts and passwords are the business of our own pages and the door. Nothing sets a variable, throws an error or escalation, sends a message, starts, moves
 * or ends an instance: that is done by the application, inside a hand-in or as system.
 */
final class UserCommands {

    private static final String ENGINE = "org.camunda.bpm.engine.";

    private static final Set<Class<?>> READ = Set.of(
            AuthorizationCheckCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class,
            CreateUserQueryCmd.class,
            FindActiveActivityIdsCmd.class,
            IsIdentityServiceReadOnlyCmd.class);

    private static final Set<Class<?>> GRANTED = Set.of(SetJobRetriesCmd.class);

    static final String REFUSAL = "此操作只能由系统办理";

    private UserCommands() {}

    /** Passes what the user may call; {@link AuthorizationException} otherwise. */
    static void check(Command<?> command, String user) {
        var type = command.getClass();
        var allowed = !type.getName().startsWith(ENGINE) || reads(command) || GRANTED.contains(type);
        if (!allowed && !isOwnWork(command, type, user)) {
            throw new AuthorizationException(REFUSAL);
        }
    }

    /** Whether users may call commands of this class with any arguments at all. */
    static boolean mayCall(Class<?> type) {
        return READ.contains(type)
                || GRANTED.contains(type)
                || type.getSimpleName().startsWith("Get")
                || type.getSimpleName().equals("TaskCountByCandidateGroupCmd")
                || AbstractQuery.class.isAssignableFrom(type)
                || AbstractExecuteFilterCmd.class.isAssignableFrom(type);
    }

    /** Whether it asks for something, and changes nothing. */
    static boolean isQuestion(Command<?> command) {
        return mayCall(command.getClass()) && !GRANTED.contains(command.getClass());
    }

    private static boolean reads(Command<?> command) {
        return mayCall(command.getClass()) && !(command instanceof AbstractNativeQuery);
    }

    private static boolean isOwnWork(Command<?> command, Class<?> type, String user) {
        if (type == ClaimTaskCmd.class) {
            return user.equals(Hidden.read(command, "userId"));
        }
        if (type == AssignTaskCmd.class) {
            return Hidden.read(command, "userId") == null;
        }
        return type == CompleteTaskCmd.class
                && isEmpty(Hidden.read(command, "variables"))
                && FilledPaper.isOnTheCounter(String.valueOf(Hidden.read(command, "taskId")));
    }

    private static boolean isEmpty(@Nullable Object variables) {
        return variables == null || variables instanceof Map<?, ?> map && map.isEmpty();
    }
}
