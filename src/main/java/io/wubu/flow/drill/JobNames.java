package io.wubu.flow.drill;

import io.wubu.drill.OnDrill;
import io.wubu.flow.engine.AsSystem;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a job is called in the model, and whose it is. */
@OnDrill
@Component
class JobNames {

    private static final Map<String, String> REMINDERS =
            Map.of("remindEarly", "第一次提醒", "remindLate", "第二次提醒", "markOverdue", "逾期标记");

    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    JobNames(ManagementService management, RepositoryService repository, RuntimeService runtime, AsSystem asSystem) {
        this.management = management;
        this.repository = repository;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** The case a job works for. */
    @Nullable
    String number(Job job) {
        var instance = job.getProcessInstanceId() == null
                ? null
                : asSystem.call(() -> runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult());
        return instance == null ? null : instance.getBusinessKey();
    }

    /** The step of the model, and which of its reminders. */
    String step(Job job) {
        var name = job.getJobDefinitionId() == null
                ? "系统作业"
                : names.computeIfAbsent(job.getJobDefinitionId(), this::nameOf);
        var handler = Objects.toString(((JobEntity) job).getJobHandlerConfigurationRaw(), "");
        return REMINDERS.entrySet().stream()
                .filter(reminder -> handler.endsWith("_" + reminder.getKey()))
                .findFirst()
                .map(reminder -> name + "：" + reminder.getValue())
                .orElse(name);
    }

    private String nameOf(String definition) {
        return asSystem.call(() -> {
            var known = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(definition)
                    .singleResult();
            var activity = known.getActivityId().replace("#multiInstanceBody", "");
            var model = repository.getBpmnModelInstance(known.getProcessDefinitionId());
            return model.getModelElementById(activity) instanceof FlowElement element && element.getName() != null
                    ? element.getName()
                    : activity;
        });
    }
}
