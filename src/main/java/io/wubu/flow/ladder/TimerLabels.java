package io.wubu.flow.ladder;

import io.wubu.flow.places.Posts;
import io.wubu.insight.WaitingTimer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a timer of a model leads to: the labels of the event and of what follows it, and the posts they address. */
@Component
class TimerLabels {

    private static final int FAR = 4;

    private final RepositoryService repository;
    private final Posts posts;
    private final Map<Event, Lead> leads = new ConcurrentHashMap<>();

    TimerLabels(RepositoryService repository, Posts posts) {
        this.repository = repository;
        this.posts = posts;
    }

    /** An event of a deployed model. */
    private record Event(String definition, String activity) {}

    /** What it leads to; models don't change once they are deployed. */
    private record Lead(String what, List<PostCall> calls) {}

    /** The event's label and the labels of what follows it: 未签收 → 报市领导. */
    String what(WaitingTimer timer) {
        return lead(timer).what();
    }

    /** The candidate groups the following steps address in this case. */
    List<String> receivers(WaitingTimer timer) {
        return lead(timer).calls().stream()
                .map(call -> group(call, timer))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String group(PostCall call, WaitingTimer timer) {
        var role = call.roleIn(timer.namedRoles());
        var region = timer.region();
        return role == null || region == null ? null : posts.called(call.method(), region, role);
    }

    private Lead lead(WaitingTimer timer) {
        return leads.computeIfAbsent(
                new Event(timer.definition(), timer.activity()),
                event -> lead(repository.getBpmnModelInstance(event.definition()), event.activity()));
    }

    /** The lead of an event of a model. */
    private static Lead lead(BpmnModelInstance model, String activity) {
        var labels = new LinkedHashSet<String>();
        var calls = new ArrayList<PostCall>();
        for (var node : ahead(model, activity)) {
            if (node.getName() != null && !(node instanceof Gateway)) {
                labels.add(node.getName().replace("\n", ""));
            }
            expressions(node).forEach(text -> calls.addAll(PostCall.in(text)));
        }
        return new Lead(String.join(" → ", labels), List.copyOf(calls));
    }

    /** The event and what it leads to in its own model, a few steps far. */
    private static Set<FlowNode> ahead(BpmnModelInstance model, String activity) {
        var seen = new LinkedHashSet<FlowNode>();
        if (model.getModelElementById(activity) instanceof FlowNode start) {
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
}
