package io.wubu.flow.ladder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What a timer of a model leads to: the labels of the event and of what follows it, and the posts they address. */
@Component
class TimerLabels {

    private static final Pattern POST = Pattern.compile("post\\.\\w+\\([^()]*\\)");
    private static final int FAR = 4;

    private final RepositoryService repository;

    TimerLabels(RepositoryService repository) {
        this.repository = repository;
    }

    /** The event's label and the labels of what follows it: 未签收 → 报市领导. */
    String what(JobEntity job) {
        var labels = new LinkedHashSet<String>();
        for (var node : ahead(job)) {
            if (node.getName() != null && !(node instanceof Gateway)) {
                labels.add(node.getName().replace("\n", ""));
            }
        }
        return String.join(" → ", labels);
    }

    /** The candidate groups the following steps address, evaluated for this case. */
    List<String> receivers(JobEntity job) {
        var groups = new ArrayList<String>();
        for (var node : ahead(job)) {
            for (var text : expressions(node)) {
                var post = POST.matcher(text);
                while (post.find()) {
                    groups.add(evaluate(job, post.group()));
                }
            }
        }
        return groups;
    }

    /** The event and what it leads to in its own model, a few steps far. */
    private Set<FlowNode> ahead(JobEntity job) {
        var seen = new LinkedHashSet<FlowNode>();
        var element =
                repository.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(job.getActivityId());
        if (element instanceof FlowNode start) {
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
