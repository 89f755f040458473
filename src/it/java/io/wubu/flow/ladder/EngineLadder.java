package io.wubu.flow.ladder;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.dates.LimitUses;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.engine.StepNames;
import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.places.CaseRegions;
import io.wubu.flow.places.PostNames;
import io.wubu.lawclock.LawClock;
import io.wubu.limits.RunningLimit;
import io.wubu.limits.RunningLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The next rung of a case as it was worked out before the read wing: the engine's own queries, one instance, job, task and
 * expression after the other. The new answer is held against it.
 */
public final class EngineLadder {

    private static final Map<String, String> REMINDERS = Map.of("_remindEarly", "early", "_remindLate", "late");
    private static final Pattern POST = Pattern.compile("post\\.\\w+\\([^()]*\\)");
    private static final int FAR = 4;

    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final RunningLimits limits;
    private final LimitUses uses;
    private final StepNames names;
    private final PostNames posts;
    private final Deadlines deadlines;
    private final CaseRegions regions;
    private final LawClock clock;

    /** Asks the beans of that application. */
    public EngineLadder(ApplicationContext beans) {
        engine = beans.getBean(ProcessEngine.class);
        asSystem = beans.getBean(AsSystem.class);
        limits = beans.getBean(RunningLimits.class);
        uses = beans.getBean(LimitUses.class);
        names = beans.getBean(StepNames.class);
        posts = beans.getBean(PostNames.class);
        deadlines = beans.getBean(Deadlines.class);
        regions = beans.getBean(CaseRegions.class);
        clock = beans.getBean(LawClock.class);
    }

    /** What happens next in the case of a task. */
    public Optional<Rung> next(String taskId) {
        return asSystem.call(() -> {
            var task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
            var number = instance(task.getProcessInstanceId()).getBusinessKey();
            var region = regions.of(number).orElse("000000");
            return waiting(number).stream()
                    .filter(rung -> rung.kind() == Kind.NEXT)
                    .min(Comparator.comparing(Rung::at))
                    .map(rung -> rung.at().isAfter(clock.now()) ? rung.in(hours(rung.at(), region)) : rung);
        });
    }

    private ProcessInstance instance(String id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private double hours(Instant at, String region) {
        var minutes = clock.almanac().workingTime(clock.now(), at, region).toMinutes();
        return Math.round(minutes / 60.0 * 10) / 10.0;
    }

    private List<Rung> waiting(String number) {
        var running = limits.of(number);
        var own = new ArrayList<Rung>();
        var leading = new ArrayList<Rung>();
        for (var instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()) {
            for (var job : engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()) {
                var timer = (JobEntity) job;
                var ofTask = TimerTaskListenerJobHandler.TYPE.equals(timer.getJobHandlerType());
                (ofTask ? own : leading).add(rung(timer, running));
            }
        }
        own.addAll(leading);
        return own;
    }

    private Rung rung(JobEntity job, List<RunningLimit> running) {
        var at = job.getDuedate().toInstant();
        var kind = job.isSuspended() ? Kind.STOPPED : Kind.NEXT;
        var limit = running.stream()
                .filter(one -> uses.steps(job.getProcessDefinitionId(), job.getActivityId())
                        .contains(one.key().step()))
                .findFirst();
        var source = limit.map(RunningLimit::source).orElse("");
        var listener = String.valueOf(job.getJobHandlerConfigurationRaw());
        var step = names.of(job.getActivityId());
        for (var reminder : REMINDERS.entrySet()) {
            if (listener.contains(job.getActivityId() + reminder.getKey())) {
                var rule = deadlines.reminderRule(
                        reminder.getValue(),
                        limit.map(RunningLimit::startAt).orElse(at),
                        limit.map(RunningLimit::dueAt).orElse(at));
                return new Rung(at, kind, "提醒：“" + step + "”将到期", officer(job), rule, null);
            }
        }
        if (listener.contains(job.getActivityId() + "_markOverdue")) {
            return new Rung(at, kind, "“" + step + "”逾期", officer(job), source, null);
        }
        var receivers = receivers(job).stream().map(posts::of).distinct().toList();
        return new Rung(at, kind, what(job), receivers.isEmpty() ? null : String.join("、", receivers), source, null);
    }

    private @Nullable String officer(JobEntity job) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .executionId(job.getExecutionId())
                .singleResult();
        if (task == null) {
            return null;
        }
        return task.getAssignee() != null
                ? posts.of(task.getAssignee())
                : engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .map(posts::of)
                        .findFirst()
                        .orElse(null);
    }

    private String what(JobEntity job) {
        var labels = new LinkedHashSet<String>();
        for (var node : ahead(job)) {
            if (node.getName() != null && !(node instanceof Gateway)) {
                labels.add(node.getName().replace("\n", ""));
            }
        }
        return String.join(" → ", labels);
    }

    private List<String> receivers(JobEntity job) {
        var groups = new ArrayList<String>();
        for (var node : ahead(job)) {
            for (var text : expressions(node)) {
                POST.matcher(text).results().forEach(call -> groups.add(evaluate(job, call.group())));
            }
        }
        return groups;
    }

    private Set<FlowNode> ahead(JobEntity job) {
        var seen = new LinkedHashSet<FlowNode>();
        var model = engine.getRepositoryService().getBpmnModelInstance(job.getProcessDefinitionId());
        if (model.getModelElementById(job.getActivityId()) instanceof FlowNode start) {
            follow(start, seen);
        }
        return seen;
    }

    private static void follow(FlowNode node, Set<FlowNode> seen) {
        if (seen.size() < FAR && seen.add(node) && !(node instanceof UserTask)) {
            node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next -> follow(next, seen));
        }
    }

    private static List<String> expressions(FlowNode node) {
        var texts = new ArrayList<String>();
        if (node instanceof UserTask task && task.getCamundaCandidateGroups() != null) {
            texts.add(task.getCamundaCandidateGroups());
        }
        for (var message : node.getChildElementsByType(MessageEventDefinition.class)) {
            if (message.getCamundaExpression() != null) {
                texts.add(message.getCamundaExpression());
            }
        }
        return texts;
    }

    private static String evaluate(JobEntity job, String expression) {
        var context = Context.getCommandContext();
        var execution = context.getExecutionManager().findExecutionById(job.getExecutionId());
        return String.valueOf(Context.getProcessEngineConfiguration()
                .getExpressionManager()
                .createExpression("${" + expression + "}")
                .getValue(execution));
    }
}
