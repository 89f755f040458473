package io.wubu.flow.guard;

import io.wubu.audit.AuditKind;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** What a user's command is called in the audit log; what only reads has no name there. */
final class Deeds {

    private final ProcessEngineConfigurationImpl engine;
    private final Repeats repeats;

    Deeds(ProcessEngineConfigurationImpl engine, Repeats repeats) {
        this.engine = engine;
        this.repeats = repeats;
    }

    /** A change and the thing it is made to. */
    record Deed(AuditKind kind, String object) {}

    @Nullable
    Deed of(Command<?> command) {
        if (command instanceof ClaimTaskCmd) {
            return new Deed(AuditKind.CLAIM, task(command));
        }
        if (command instanceof AssignTaskCmd) {
            return new Deed(AuditKind.UNCLAIM, task(command));
        }
        if (command instanceof CompleteTaskCmd) {
            return new Deed(AuditKind.COMPLETE, task(command));
        }
        if (command instanceof SetJobRetriesCmd repeat) {
            return new Deed(AuditKind.ADMIN, repeats.told(repeat));
        }
        return account(command);
    }

    private static @Nullable Deed account(Command<?> command) {
        if (command instanceof SaveUserCmd save && Hidden.read(save, "user") instanceof User user) {
            return saved(user);
        }
        if (command instanceof DeleteUserCmd) {
            return changed("删除", command, "userId");
        }
        if (command instanceof UnlockUserCmd) {
            return changed("解锁", command, "userId");
        }
        if (command instanceof CreateMembershipCmd) {
            return changed("加入组", command, "userId", "groupId");
        }
        if (command instanceof DeleteMembershipCmd) {
            return changed("移出组", command, "userId", "groupId");
        }
        if (command instanceof CreateTenantUserMembershipCmd) {
            return changed("加入区划", command, "userId", "tenantId");
        }
        return command instanceof DeleteTenantUserMembershipCmd ? changed("移出区划", command, "userId", "tenantId") : null;
    }

    /** A new password alone is told by {@link io.wubu.access.identity.PasswordChanged}, whichever way it was set. */
    private static @Nullable Deed saved(User user) {
        var known = user instanceof UserEntity entity && entity.getRevision() > 0;
        return known && Hidden.read(user, "newPassword") != null
                ? null
                : new Deed(AuditKind.ACCOUNT, (known ? "修改 " : "新建 ") + user.getId());
    }

    private static Deed changed(String how, Command<?> command, String... fields) {
        var object = new StringBuilder(how);
        for (var field : fields) {
            object.append(' ').append(Hidden.read(command, field));
        }
        return new Deed(AuditKind.ACCOUNT, object.toString());
    }

    /** The case and the step, which say more than the task's id. */
    private String task(Command<?> command) {
        var id = String.valueOf(Hidden.read(command, "taskId"));
        Command<String> look = context -> {
            var task = context.getTaskManager().findTaskById(id);
            if (task == null || task.getProcessInstanceId() == null) {
                return "任务 " + id;
            }
            var instance = context.getExecutionManager().findExecutionById(task.getProcessInstanceId());
            return (instance == null ? id : instance.getBusinessKey()) + " " + task.getName() + "（"
                    + task.getTaskDefinitionKey() + "）";
        };
        return engine.getCommandExecutorTxRequired().execute(look);
    }
}
