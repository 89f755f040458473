package io.wubu.flow.guard;

import io.wubu.shared.RuleBroken;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a failed automatic step: one that has given up may be told to try a few times more, and nothing else about it. A
 * deadline that still runs is a job as well; it is neither stopped nor moved nor fired.
 */
final class Repeats {

    private final ProcessEngineConfigurationImpl engine;
    private final RepeatLimits limits;

    Repeats(ProcessEngineConfigurationImpl engine, RepeatLimits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** Passes, or says which part of the wish isn't granted. */
    void check(SetJobRetriesCmd command) {
        if (Hidden.read(command, "jobId") == null
                || Hidden.read(command, "jobDefinitionId") != null
                || Hidden.read(command, "jobIds") != null) {
            throw new AuthorizationException(UserCommands.REFUSAL);
        }
        if (Boolean.TRUE.equals(Hidden.read(command, "isDueDateSet")) || Hidden.read(command, "dueDate") != null) {
            throw new RuleBroken("dueDate", "repeat.dueDate", "“到期时间”：不能改动，只能让失败的步骤再试");
        }
        var wanted = wanted(command);
        if (wanted < 1 || wanted > limits.most()) {
            throw new RuleBroken("retries", "repeat.range", "“重试次数”：应为 1—" + limits.most());
        }
        if (left(command) > 0) {
            throw new RuleBroken("job", "repeat.failed", "“作业”：没有失败，不能重试；它会按时自动进行");
        }
    }

    /** The case, the step and what is changed: more than the job's id says. */
    String told(SetJobRetriesCmd command) {
        var wanted = wanted(command);
        return inEngine(context -> {
            var job = job(context, command);
            return job == null
                    ? "重试作业 " + Hidden.read(command, "jobId")
                    : "重试 %s%s（剩余次数 %d → %d）".formatted(number(context, job), step(job), job.getRetries(), wanted);
        });
    }

    /** Of what nobody knows the engine says so itself. */
    private int left(SetJobRetriesCmd command) {
        return inEngine(context -> {
            var job = job(context, command);
            return job == null ? 0 : job.getRetries();
        });
    }

    private static int wanted(SetJobRetriesCmd command) {
        return Hidden.read(command, "retries") instanceof Integer number ? number : 0;
    }

    private static @Nullable JobEntity job(CommandContext context, SetJobRetriesCmd command) {
        return context.getJobManager().findJobById(String.valueOf(Hidden.read(command, "jobId")));
    }

    private static String number(CommandContext context, JobEntity job) {
        var instance = job.getProcessInstanceId() == null
                ? null
                : context.getExecutionManager().findExecutionById(job.getProcessInstanceId());
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey() + " ";
    }

    /** A timer at the edge of a step tells the step as well. */
    private static String step(JobEntity job) {
        var activity = job.getProcessDefinitionId() == null || job.getActivityId() == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                        .findActivity(job.getActivityId());
        if (activity == null) {
            return "作业 " + job.getId();
        }
        return activity.getEventScope() instanceof ActivityImpl around && around != activity
                ? named(around) + "·" + named(activity)
                : named(activity);
    }

    private static String named(ActivityImpl activity) {
        var name = activity.getName();
        return (name == null ? "" : name) + "（" + activity.getId() + "）";
    }

    private <T> T inEngine(Command<T> look) {
        return engine.getCommandExecutorTxRequired().execute(look);
    }
}
