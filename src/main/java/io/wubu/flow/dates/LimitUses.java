package io.wubu.flow.dates;

import io.wubu.limits.LimitKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which running limits the tasks and timers of a model hang on, read from their expressions. */
@Component
public class LimitUses {

    private static final Pattern STEP = Pattern.compile("'(\\w+)'");

    private final RepositoryService repository;
    private final Map<String, Map<String, Use>> models = new ConcurrentHashMap<>();

    LimitUses(RepositoryService repository) {
        this.repository = repository;
    }

    /** Whether an activity's due date or timer hangs on the limit of a step. */
    boolean hangs(String definitionId, String activity, String step) {
        return steps(definitionId, activity).contains(step);
    }

    /** The steps whose limits an activity hangs on. */
    public Set<String> steps(String definitionId, String activity) {
        return use(definitionId, activity).steps();
    }

    /** How the date of a task, of a timer event or of a task's timed listener follows from its limit, if from one alone. */
    Optional<DateFormula> formula(String definitionId, String element) {
        return use(definitionId, element).formula();
    }

    private Use use(String definitionId, String element) {
        return models.computeIfAbsent(definitionId, id -> read(repository.getBpmnModelInstance(id)))
                .getOrDefault(element, Use.NONE);
    }

    private static Map<String, Use> read(BpmnModelInstance model) {
        var uses = new HashMap<String, Use>();
        for (var task : model.getModelElementsByType(UserTask.class)) {
            if (task.getCamundaDueDate() != null) {
                uses.put(task.getId(), Use.of(task.getCamundaDueDate()));
            }
        }
        for (var timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            if (timer.getTimeDate() != null) {
                var owner = timer.getParentElement().getAttributeValue("id");
                uses.put(owner, Use.of(timer.getTimeDate().getTextContent()));
            }
        }
        return uses;
    }

    /** What a date expression asks for. */
    private record Use(Set<String> steps, Optional<DateFormula> formula) {

        static final Use NONE = new Use(Set.of(), Optional.empty());

        static Use of(String expression) {
            return new Use(LimitUses.steps(expression), DateFormula.parse(expression));
        }
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
