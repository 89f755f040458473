package io.wubu.flow.engine;

import io.wubu.lawclock.LawClock;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Moves the rectification date of a running problem: ledger, task and every timer that hangs on it, together. */
@Component
public class RectificationDates {

    private static final Set<String> HANGS_ON_IT = Set.of("rectify", "reportDone", "rectificationDue", "urgingIgnored");

    private final Problems problems;
    private final LawClock clock;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsSystem asSystem;

    RectificationDates(
            Problems problems,
            LawClock clock,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsSystem asSystem) {
        this.problems = problems;
        this.clock = clock;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asSystem = asSystem;
    }

    /** Sets the new date, in the caller's transaction. */
    public void move(String number, Instant due) {
        var step = Move.of("moveDeadline", "时限变更", Actor.SYSTEM, List.of(State.values()), null)
                .setting("due_at", due)
                .setting("provisional", clock.isProvisional(due));
        problems.move(number, step);
        asSystem.run(() -> {
            moveTasks(number, due);
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                    .flatMap(instance ->
                            management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                    .filter(this::hangsOnIt)
                    .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
        });
    }

    private void moveTasks(String number, Instant due) {
        for (var task : tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKeyIn("rectify", "reportDone")
                .list()) {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        }
    }

    private boolean hangsOnIt(Job job) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition != null && HANGS_ON_IT.contains(definition.getActivityId());
    }
}
