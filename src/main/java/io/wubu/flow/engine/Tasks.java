package io.wubu.flow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks as the signed-in user may see them. */
@Component
@Transactional(readOnly = true)
public class Tasks {

    private final TaskService service;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    Tasks(TaskService service, RuntimeService runtime, AsSystem asSystem) {
        this.service = service;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** Those of the given tasks that exist and that the user may see; to the engine, none given would be no criterion. */
    public List<TaskLook> visible(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return service.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                .map(this::look)
                .toList();
    }

    /** The same without their posts, which the engine would be asked for one by one. */
    public List<TaskFace> faces(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return service.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                .map(task -> new TaskFace(task.getId(), task.getName(), line(task), task.getAssignee(), due(task)))
                .toList();
    }

    /** Whether the paper of a task is this account's to fill in: claimed by it, or free, and for the post it acts under. */
    public boolean isFor(String taskId, String userId, String post) {
        var task = service.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || task.getAssignee() != null && !task.getAssignee().equals(userId)) {
            return false;
        }
        var links = asSystem.call(() -> service.getIdentityLinksForTask(taskId));
        var groups = links.stream()
                .map(IdentityLink::getGroupId)
                .filter(id -> id != null)
                .toList();
        return groups.isEmpty() ? userId.equals(task.getAssignee()) : groups.contains(post);
    }

    /** The number of the case an open task belongs to; the caller has checked that the user may see the task. */
    public Optional<String> numberOf(String taskId) {
        return asSystem.call(() -> Optional.ofNullable(
                        service.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(task -> Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()))
                .map(ProcessInstance::getBusinessKey));
    }

    /** Which of these tasks are gone. */
    public List<String> gone(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var open = asSystem.call(() -> service.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet()));
        return ids.stream().filter(id -> !open.contains(id)).toList();
    }

    /** All open tasks of a case, whoever may work on them; the caller has checked that the user may see the case. */
    public List<TaskLook> ofCase(String number) {
        return asSystem.call(() -> service.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(this::look)
                .toList());
    }

    private TaskLook look(Task task) {
        return new TaskLook(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                line(task),
                task.getAssignee(),
                group(task),
                due(task));
    }

    private static String line(Task task) {
        return task.getDescription() == null ? "" : task.getDescription();
    }

    private static @Nullable Instant due(Task task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }

    private @Nullable String group(Task task) {
        return asSystem.call(() -> service.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(id -> id != null)
                .findFirst()
                .orElse(null));
    }
}
