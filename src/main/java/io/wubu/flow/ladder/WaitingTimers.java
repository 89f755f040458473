package io.wubu.flow.ladder;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.dates.LimitUses;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.engine.StepNames;
import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.places.PostNames;
import io.wubu.limits.RunningLimit;
import io.wubu.limits.RunningLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The timers a case waits for, each as a rung: what its model says will happen, to whom, by which rule. */
@Component
class WaitingTimers {

    private static final Map<String, String> REMINDERS = Map.of("_remindEarly", "early", "_remindLate", "late");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsSystem asSystem;
    private final RunningLimits limits;
    private final LimitUses uses;
    private final TimerLabels labels;
    private final StepNames names;
    private final PostNames posts;
    private final Deadlines deadlines;

    WaitingTimers(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AsSystem asSystem,
            RunningLimits limits,
            LimitUses uses,
            TimerLabels labels,
            StepNames names,
            PostNames posts,
            Deadlines deadlines) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asSystem = asSystem;
        this.limits = limits;
        this.uses = uses;
        this.labels = labels;
        this.names = names;
        this.posts = posts;
        this.deadlines = deadlines;
    }

    List<Rung> of(String number) {
        return asSystem.call(() -> {
            var running = limits.of(number);
            var own = new ArrayList<Rung>();
            var leading = new ArrayList<Rung>();
            for (var instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list()) {
                for (var job : management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .list()) {
                    var timer = (JobEntity) job;
                    (isListener(timer) ? own : leading).add(rung(timer, running));
                }
            }
            own.addAll(leading);
            return own;
        });
    }

    /** A reminder or mark of a task, not an event of the drawing. */
    private static boolean isListener(JobEntity job) {
        return TimerTaskListenerJobHandler.TYPE.equals(job.getJobHandlerType());
    }

    private Rung rung(JobEntity job, List<RunningLimit> running) {
        var at = job.getDuedate().toInstant();
        var kind = job.isSuspended() ? Kind.STOPPED : Kind.NEXT;
        var limit = limit(job, running);
        var source = limit.map(RunningLimit::source).orElse("");
        var listener = String.valueOf(job.getJobHandlerConfigurationRaw());
        var step = names.of(job.getActivityId());
        for (var reminder : REMINDERS.entrySet()) {
            if (listener.contains(job.getActivityId() + reminder.getKey())) {
                return new Rung(
                        at, kind, "提醒：“" + step + "”将到期", officer(job), rule(reminder.getValue(), limit, at), null);
            }
        }
        if (listener.contains(job.getActivityId() + "_markOverdue")) {
            return new Rung(at, kind, "“" + step + "”逾期", officer(job), source, null);
        }
        var receivers = labels.receivers(job).stream().map(posts::of).distinct().toList();
        return new Rung(
                at, kind, labels.what(job), receivers.isEmpty() ? null : String.join("、", receivers), source, null);
    }

    private Optional<RunningLimit> limit(JobEntity job, List<RunningLimit> running) {
        var steps = uses.steps(job.getProcessDefinitionId(), job.getActivityId());
        return running.stream()
                .filter(limit -> steps.contains(limit.key().step()))
                .findFirst();
    }

    private String rule(String reminder, Optional<RunningLimit> limit, Instant at) {
        return deadlines.reminderRule(
                reminder,
                limit.map(RunningLimit::startAt).orElse(at),
                limit.map(RunningLimit::dueAt).orElse(at));
    }

    private @Nullable String officer(JobEntity job) {
        var task = tasks.createTaskQuery().executionId(job.getExecutionId()).singleResult();
        if (task == null) {
            return null;
        }
        return task.getAssignee() != null
                ? posts.of(task.getAssignee())
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .map(posts::of)
                        .findFirst()
                        .orElse(null);
    }
}
