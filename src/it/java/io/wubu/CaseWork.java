package io.wubu;

import io.wubu.flow.engine.AsSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** What the engine holds of a case: its open steps, its waiting jobs, what it has passed; fires jobs one by one. */
class CaseWork {

    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final MutableClock clock;

    CaseWork(ProcessEngine engine, AsSystem asSystem, MutableClock clock) {
        this.engine = engine;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /** The one open task of a step of a case. */
    Task task(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .singleResult());
    }

    /** The steps of a case that wait for somebody. */
    Set<String> openSteps(String number) {
        return asSystem.call(() -> {
            var steps = new TreeSet<String>();
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(task -> steps.add(task.getTaskDefinitionKey()));
            return steps;
        });
    }

    /** The activity ids all instances of a case have passed. */
    Set<String> passed(String number) {
        return asSystem.call(() -> {
            var ids = new TreeSet<String>();
            engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(instance -> engine.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .list()
                            .forEach(activity -> ids.add(activity.getActivityId())));
            return ids;
        });
    }

    /** Ends all instances of a case. */
    void endAll(String number) {
        asSystem.run(() -> forEachInstance(number, instance -> {
            if (instance.getRootProcessInstanceId().equals(instance.getId())) {
                engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test of a part");
            }
        }));
    }

    /** The waiting jobs of all instances of a case. */
    List<Job> jobs(String number) {
        return asSystem.call(() -> {
            var jobs = new ArrayList<Job>();
            forEachInstance(
                    number,
                    instance -> jobs.addAll(engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .list()));
            return jobs;
        });
    }

    /** The activity a job belongs to. */
    String activity(Job job) {
        return asSystem.call(() -> engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId());
    }

    /** Runs the automatic (asynchronous) work of a case that waits now; timers stay. */
    void runJobs(String number) {
        for (var rounds = 0; rounds < 20; rounds++) {
            var ready = jobs(number).stream()
                    .filter(job -> job.getDuedate() == null)
                    .toList();
            if (ready.isEmpty()) {
                return;
            }
            ready.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    /** Moves the clock to the timer's date and fires it; the case's automatic work follows. */
    void fire(String number, String timer) {
        var job = jobs(number).stream()
                .filter(candidate -> timer.equals(activity(candidate)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer " + timer + " of " + number));
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            clock.to(job.getDuedate().toInstant());
        }
        engine.getManagementService().executeJob(job.getId());
        runJobs(number);
    }

    private void forEachInstance(String number, Consumer<ProcessInstance> work) {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(work);
    }
}
