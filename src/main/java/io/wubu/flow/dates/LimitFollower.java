package io.wubu.flow.dates;

import io.wubu.flow.engine.AsSystem;
import io.wubu.limits.LimitKey;
import io.wubu.limits.LimitMoved;
import io.wubu.limits.LimitsRecalculated;
import io.wubu.limits.RunningLimit;
import io.wubu.limits.RunningLimits;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
public class LimitFollower {

    private final LimitUses uses;
    private final RunningLimits limits;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsSystem asSystem;
    private final DatedRows rows;
    private final Deadlines deadlines;

    LimitFollower(
            LimitUses uses,
            RunningLimits limits,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsSystem asSystem,
            DatedRows rows,
            Deadlines deadlines) {
        this.uses = uses;
        this.limits = limits;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asSystem = asSystem;
        this.rows = rows;
        this.deadlines = deadlines;
    }

    @EventListener
    void moved(LimitMoved moved) {
        switch (moved.change()) {
            case PAUSED -> follow(moved, key -> setState(key, SuspensionState.SUSPENDED));
            case RESUMED -> follow(moved, key -> setState(key, SuspensionState.ACTIVE));
            case EXTENDED, RELOCATED -> follow(moved, key -> {});
            case RECALCULATED -> {} // with the others of its chunk, below
        }
    }

    /** Most dates follow from their limit by a plain rule and are set all at once; the engine works out the rest. */
    @EventListener
    void moved(LimitsRecalculated all) {
        var moves = all.moves().stream()
                .collect(Collectors.groupingBy(move -> move.after().key().subject()));
        var dates = new HashMap<DatedRow, Instant>();
        var rest = new LinkedHashSet<LimitMoved>();
        for (var row : rows.of(moves.keySet())) {
            for (var move : moves.getOrDefault(row.subject(), List.of())) {
                if (uses.hangs(
                        row.definitionId(), row.activity(), move.after().key().step())) {
                    plainDate(row, move.after()).ifPresentOrElse(date -> dates.put(row, date), () -> rest.add(move));
                }
            }
        }
        rows.set(dates);
        rest.forEach(move -> follow(move, key -> {}));
    }

    private Optional<Instant> plainDate(DatedRow row, RunningLimit limit) {
        return uses.formula(row.definitionId(), row.element())
                .filter(formula -> formula.step().equals(limit.key().step()))
                .map(formula -> deadlines.at(formula, limit));
    }

    private void follow(LimitMoved moved, Consumer<LimitKey> first) {
        var key = moved.after().key();
        asSystem.run(() -> {
            first.accept(key);
            moveTasks(key);
            eachTimer(key, job -> management.recalculateJobDuedate(job.getId(), false));
        });
    }

    /** A task that opens while its limit stands still gets its timers stopped with it. */
    public void opened(DelegateTask task) {
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
