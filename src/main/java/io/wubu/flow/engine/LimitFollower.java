package io.wubu.flow.engine;

import io.wubu.limits.LimitKey;
import io.wubu.limits.LimitMoved;
import io.wubu.limits.RunningLimits;
import java.util.Date;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes the engine follow the law room: a moved limit moves its tasks and every timer that hangs on it. */
@Component
class LimitFollower {

    private final LimitUses uses;
    private final RunningLimits limits;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsSystem asSystem;

    LimitFollower(
            LimitUses uses,
            RunningLimits limits,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsSystem asSystem) {
        this.uses = uses;
        this.limits = limits;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asSystem = asSystem;
    }

    @EventListener
    void moved(LimitMoved moved) {
        var key = moved.after().key();
        asSystem.run(() -> {
            switch (moved.change()) {
                case PAUSED -> setState(key, SuspensionState.SUSPENDED);
                case RESUMED -> setState(key, SuspensionState.ACTIVE);
                case EXTENDED, RECALCULATED -> {}
            }
            moveTasks(key);
            eachTimer(key, job -> management.recalculateJobDuedate(job.getId(), false));
        });
    }

    /** A task that opens while its limit stands still gets its timers stopped with it. */
    void opened(DelegateTask task) {
        var number = task.getExecution().getProcessBusinessKey();
        var steps = uses.steps(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        limits.of(number).stream()
                .filter(limit ->
                        limit.pausedAt() != null && steps.contains(limit.key().step()))
                .forEach(limit -> beforeCommit(() ->
                        asSystem.run(() -> eachTimer(limit.key(), job -> management.suspendJobById(job.getId())))));
    }

    /** A task that is done or withdrawn ends the limit of its own step. */
    void ended(DelegateTask task) {
        var step = task.getTaskDefinitionKey();
        if (uses.hangs(task.getProcessDefinitionId(), step, step)) {
            var lane = task.getVariable("urgedStep");
            limits.end(new LimitKey(
                    task.getExecution().getProcessBusinessKey(), step, lane instanceof String urged ? urged : ""));
        }
    }

    private void moveTasks(LimitKey key) {
        for (var open : tasks.createTaskQuery()
                .processInstanceBusinessKey(key.subject())
                .list()) {
            var task = (TaskEntity) open;
            if (uses.hangs(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), key.step())) {
                var due = task.getTaskDefinition().getDueDateExpression().getValue(task.getExecution());
                task.setDueDate((Date) due);
                tasks.saveTask(task);
            }
        }
    }

    /** On the rows in hand: the engine's own suspension is a bulk statement that would race with moving them. */
    private void setState(LimitKey key, SuspensionState state) {
        eachTimer(key, job -> job.setSuspensionState(state.getStateCode()));
    }

    private void eachTimer(LimitKey key, Consumer<JobEntity> action) {
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.subject())
                .list()) {
            for (var job : management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                var timer = (JobEntity) job;
                if (uses.hangs(timer.getProcessDefinitionId(), timer.getActivityId(), key.step())) {
                    action.accept(timer);
                }
            }
        }
    }

    private static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }
}
