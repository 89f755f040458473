package io.wubu.flow.papers;

import io.wubu.flow.engine.AsSystem;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does an officer's work at his counter on behalf of his account: signs in, claims a task, hands in its paper. Everything
 * is checked as if he did it himself. The sample lives by it.
 */
@Component
public class Clerk {

    private static final int TRIES = 200;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identities;
    private final Papers papers;
    private final AsSystem asSystem;

    Clerk(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identities,
            Papers papers,
            AsSystem asSystem) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identities = identities;
        this.papers = papers;
        this.asSystem = asSystem;
    }

    /** Claims the open task of a step of a case and hands in its paper, as that account. */
    public void handIn(String account, String number, String step, Map<String, Object> fields) {
        var task = awaited(number, step);
        as(account, () -> {
            tasks.claim(task, account);
            papers.handIn(task, account, fields);
            return true;
        });
    }

    /** The candidate group an open step waits for. */
    public String group(String number, String step) {
        var task = awaited(number, step);
        return asSystem.call(() -> tasks.getIdentityLinksForTask(task).stream()
                .flatMap(link -> Optional.ofNullable(link.getGroupId()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody may claim " + step + " of " + number)));
    }

    /** What the form of an open step proposes, as that account sees it. */
    public Map<String, Object> prefill(String account, String number, String step) {
        var task = awaited(number, step);
        return as(account, () -> papers.prefill(task));
    }

    /** The newest case in which a step waits, in the first of these regions that has one. */
    public String waiting(String step, List<String> regions) {
        for (var tries = 0; tries < TRIES; tries++) {
            for (var region : regions) {
                var number = asSystem.call(() -> newest(step, region));
                if (number != null) {
                    return number;
                }
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException("no open task " + step + " in " + regions);
    }

    private @Nullable String newest(String step, String region) {
        return tasks
                .createTaskQuery()
                .taskDefinitionKey(step)
                .tenantIdIn(region)
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(task -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey())
                .findFirst()
                .orElse(null);
    }

    private String awaited(String number, String step) {
        for (var tries = 0; tries < TRIES; tries++) {
            settle(number);
            var task = find(number, step);
            if (task != null) {
                return task;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException("no open task " + step + " of " + number);
    }

    private @Nullable String find(String number, String step) {
        return asSystem.call(() ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(step)
                        .listPage(0, 1)
                        .stream()
                        .map(Task::getId)
                        .findFirst()
                        .orElse(null));
    }

    /** Does the automatic work of a case that is due, timers included, oldest first, unless the job executor is faster. */
    public void settle(String number) {
        var tried = new HashSet<String>();
        for (var job = due(number, tried); job != null; job = due(number, tried)) {
            execute(job);
        }
    }

    /** Automatic work or a timer, with its date. */
    public record Due(String job, @Nullable Instant at) {}

    /** The next of all cases' automatic work and timers due by then, oldest first, leaving out those tried before. */
    public Optional<Due> next(Instant by, Set<String> tried) {
        return asSystem.call(() -> first(management.createJobQuery().messages().executable(), tried)
                .or(() -> first(
                        management
                                .createJobQuery()
                                .timers()
                                .active()
                                .withRetriesLeft()
                                .duedateLowerThan(Date.from(by.plusMillis(1)))
                                .orderByJobDuedate()
                                .asc(),
                        tried)));
    }

    /** Does it, unless the job executor is faster. */
    public void run(Due due) {
        execute(due.job());
    }

    private static Optional<Due> first(JobQuery jobs, Set<String> tried) {
        return jobs.orderByJobId().asc().listPage(0, tried.size() + 1).stream()
                .filter(job -> tried.add(job.getId()))
                .map(job -> new Due(
                        job.getId(),
                        job.getDuedate() == null ? null : job.getDuedate().toInstant()))
                .findFirst();
    }

    private @Nullable String due(String number, Set<String> tried) {
        return asSystem.call(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                        .flatMap(instance ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .executable()
                                        .list()
                                        .stream())
                        .filter(job -> tried.add(job.getId()))
                        .map(Job::getId)
                        .findFirst()
                        .orElse(null));
    }

    private void execute(String job) {
        try {
            management.executeJob(job);
        } catch (ProcessEngineException e) {
            // the executor has it; what it can't do becomes an incident and the awaited task never opens
            LockSupport.parkNanos(PAUSE);
        }
    }

    private <T> T as(String account, Supplier<T> work) {
        var groups = asSystem.call(() -> identities.createGroupQuery().groupMember(account).list().stream()
                .map(group -> group.getId())
                .toList());
        var tenants = asSystem.call(() -> identities.createTenantQuery().userMember(account).list().stream()
                .map(tenant -> tenant.getId())
                .toList());
        identities.setAuthentication(account, groups, tenants);
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
