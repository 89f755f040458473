package io.wubu.flow.engine;

import io.wubu.limits.LimitKey;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The Chinese names of steps, as the deployed models label them. */
@Component
public class StepNames {

    /** What has a limit and is no step of a model. */
    private static final Map<String, String> NO_STEPS = Map.of(
            "publicNotice", "公示期",
            "noticeAhead", "约谈提前通知",
            "urgeAgain", "再次催办",
            "replyAgain", "退回后重新回复",
            "continueRectification", "继续整改",
            "requestSlip", "提请下达督办单");

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private volatile @Nullable Map<String, String> names;

    StepNames(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    /** The name of a step; ids of tasks and events are the same in no two models. */
    public String of(String step) {
        var known = names;
        if (known == null) {
            known = asSystem.call(this::read);
            names = known;
        }
        return known.getOrDefault(step, step);
    }

    private Map<String, String> read() {
        var read = new HashMap<String, String>();
        for (var definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(FlowNode.class)
                    .forEach(node -> {
                        if (node.getName() != null) {
                            read.put(node.getId(), node.getName().replace("\n", ""));
                        }
                    });
        }
        read.put(LimitKey.RECTIFICATION, "整改时限");
        read.putAll(NO_STEPS);
        return read;
    }
}
