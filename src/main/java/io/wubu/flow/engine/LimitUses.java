package io.wubu.flow.engine;

import io.wubu.limits.LimitKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which running limits the tasks and timers of a model hang on, read from their expressions. */
@Component
public class LimitUses {

    private static final Pattern STEP = Pattern.compile("'(\\w+)'");

    private final RepositoryService repository;
    private final Map<String, Map<String, Set<String>>> models = new ConcurrentHashMap<>();

    LimitUses(RepositoryService repository) {
        this.repository = repository;
    }

    /** Whether an activity's due date or timer hangs on the limit of a step. */
    boolean hangs(String definitionId, String activity, String step) {
        return of(definitionId).getOrDefault(activity, Set.of()).contains(step);
    }

    /** The steps whose limits an activity hangs on. */
    public Set<String> steps(String definitionId, String activity) {
        return of(definitionId).getOrDefault(activity, Set.of());
    }

    private Map<String, Set<String>> of(String definitionId) {
        return models.computeIfAbsent(definitionId, id -> read(repository.getBpmnModelInstance(id)));
    }

    private static Map<String, Set<String>> read(BpmnModelInstance model) {
        var uses = new HashMap<String, Set<String>>();
        for (var task : model.getModelElementsByType(UserTask.class)) {
            if (task.getCamundaDueDate() != null) {
                uses.put(task.getId(), steps(task.getCamundaDueDate()));
            }
        }
        for (var event : model.getModelElementsByType(CatchEvent.class)) {
            for (var timer : event.getChildElementsByType(TimerEventDefinition.class)) {
                if (timer.getTimeDate() != null) {
                    uses.put(event.getId(), steps(timer.getTimeDate().getTextContent()));
                }
            }
        }
        return uses;
    }

    private static Set<String> steps(String expression) {
        var steps = new HashSet<String>();
        var quoted = STEP.matcher(expression);
        while (quoted.find()) {
            steps.add(quoted.group(1));
        }
        if (expression.contains("deadline.rectification(")) {
            steps.add(LimitKey.RECTIFICATION);
        }
        return steps;
    }
}
