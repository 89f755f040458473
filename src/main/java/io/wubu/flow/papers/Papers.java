package io.wubu.flow.papers;

import io.wubu.evidence.Evidence;
import io.wubu.flow.dates.OverdueWorkDone;
import io.wubu.flow.engine.AsSystem;
import io.wubu.lawclock.LawClock;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.problems.Problems;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import io.wubu.shared.Turns;
import io.wubu.shared.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The counter where papers are handed in: finds the form of a task, checks what was filled in, completes the task. */
@Component
public class Papers {

    private static final String NO_TASK = "任务不存在或已办结";
    private static final String JUST_ENDED = "任务刚刚被他人办理，或已到期终止";

    private final ProcessEngine engine;
    private final ApplicationContext beans;
    private final People people;
    private final Evidence evidence;
    private final LawClock clock;
    private final ApplicationEventPublisher events;
    private final AsSystem asSystem;
    private final Problems problems;
    private final Turns turns;
    private final Map<String, PaperForm> forms = new ConcurrentHashMap<>();

    Papers(
            ProcessEngine engine,
            ApplicationContext beans,
            People people,
            Evidence evidence,
            LawClock clock,
            ApplicationEventPublisher events,
            AsSystem asSystem,
            Problems problems,
            Turns turns) {
        this.engine = engine;
        this.beans = beans;
        this.people = people;
        this.evidence = evidence;
        this.clock = clock;
        this.events = events;
        this.asSystem = asSystem;
        this.problems = problems;
        this.turns = turns;
    }

    /** The open task a user may see; {@link Unknown} otherwise. */
    @Transactional(readOnly = true)
    public OpenTask open(String taskId) {
        return describe(task(taskId));
    }

    /** Proposals and options for the empty form. */
    @Transactional(readOnly = true)
    public Map<String, Object> prefill(String taskId) {
        var task = describe(task(taskId));
        return paperTask(task.step()).prefill(task);
    }

    /**
     * Hands in a paper and completes its task, in one transaction.
     *
     * @throws RuleBroken if a field or a rule is broken, or the user acts under another post; nothing is changed then
     * @throws Stale if the task is not claimed by the user, or is being completed or ended at this very moment
     */
    @Transactional
    public void handIn(String taskId, String userId, Map<String, Object> given) {
        takeTurn(taskId);
        var task = claimed(taskId, userId);
        var form = form(task);
        var values = new PaperCheck(clock.today()).check(form, given);
        var offered =
                form.fields().stream().anyMatch(FormField::isOffered) ? prefill(taskId) : Map.<String, Object>of();
        var paper = new FilledPaper(people.get(userId), PaperWords.of(form, values, offered), values);
        checkPhotos(paper, userId);
        var overdue = task.getDueDate() != null && task.getDueDate().toInstant().isBefore(clock.now());
        var number = describe(task).number();
        complete(taskId, paper);
        if (overdue) {
            events.publishEvent(new OverdueWorkDone(number, task.getTaskDefinitionKey()));
        }
    }

    /** The open task, claimed by this user; {@link Stale} if it is not. */
    @Transactional(readOnly = true)
    public OpenTask claimedBy(String taskId, String userId) {
        return describe(claimed(taskId, userId));
    }

    /** Notes progress of a claimed task in the problem's record. */
    @Transactional
    public void noteProgress(String taskId, String userId, int percent, String note) {
        takeTurn(taskId);
        var task = claimed(taskId, userId);
        if (percent < 0 || percent > 100 || note == null || note.isBlank() || note.length() > 2000) {
            throw new RuleBroken("note", "progress", "“进度”应为 0—100，“落实情况”必填且不超过 2000 字");
        }
        problems.note(
                describe(task).number(),
                "progress",
                "整改进度",
                people.get(userId).actor(),
                Map.of("进度", percent + "%", "落实情况", note.strip()),
                List.of());
    }

    /**
     * Takes the turn at a task's paper until the transaction ends.
     *
     * @throws Stale if somebody else has it
     * @throws Unknown if the user may not see the task: then he learns nothing of somebody's being at it either
     */
    @Transactional
    public void takeTurn(String taskId) {
        try {
            turns.take("paper " + taskId);
        } catch (Stale taken) {
            task(taskId);
            throw taken;
        }
    }

    private Task claimed(String taskId, String userId) {
        var task = task(taskId);
        if (!userId.equals(task.getAssignee())) {
            throw new Stale(task.getAssignee() == null ? "请先认领任务，再提交表单" : "任务已由“" + post(task.getAssignee()) + "”认领");
        }
        return task;
    }

    private String post(String account) {
        return people.find(account).map(Person::displayName).orElse(account);
    }

    private void complete(String taskId, FilledPaper paper) {
        TransactionSynchronizationManager.bindResource(FilledPaper.onTheCounter(taskId), paper);
        try {
            engine.getTaskService().complete(taskId);
        } catch (OptimisticLockingException e) {
            throw new Stale(JUST_ENDED);
        } catch (AuthorizationException | BadUserRequestException e) {
            throw refused(taskId, e);
        } finally {
            TransactionSynchronizationManager.unbindResource(FilledPaper.onTheCounter(taskId));
        }
    }

    /** A timer may end a task while its paper is being read; and it may have been claimed under another post. */
    private RuntimeException refused(String taskId, ProcessEngineException failure) {
        if (engine.getTaskService().createTaskQuery().taskId(taskId).count() == 0) {
            return new Stale(JUST_ENDED);
        }
        return failure instanceof AuthorizationException
                ? new RuleBroken("assignee", "duty.post", "任务不属于您现在的岗位，请换到认领时的岗位再提交")
                : failure;
    }

    private void checkPhotos(FilledPaper paper, String userId) {
        List<UUID> photos = paper.photos();
        if (!evidence.uploadedBy(photos, userId)) {
            throw new RuleBroken("photos", "photos", "照片须由办理人本人上传");
        }
    }

    private Task task(String taskId) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult();
        if (task == null) {
            throw new Unknown(NO_TASK);
        }
        return task;
    }

    private OpenTask describe(Task task) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance == null) {
            throw new Unknown(NO_TASK);
        }
        var process = engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
        Map<String, @Nullable Object> variables =
                new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        return new OpenTask(
                task.getId(),
                process,
                task.getTaskDefinitionKey(),
                task.getName(),
                instance.getBusinessKey(),
                instance.getTenantId(),
                variables);
    }

    private PaperTask paperTask(String step) {
        return beans.getBean(step, PaperTask.class);
    }

    private PaperForm form(Task task) {
        var path = task.getFormKey().replace("embedded:deployment:", "");
        return forms.computeIfAbsent(
                task.getProcessDefinitionId() + path, key -> read(task.getProcessDefinitionId(), path));
    }

    private PaperForm read(String definitionId, String path) {
        return asSystem.call(() -> parse(definitionId, path));
    }

    private PaperForm parse(String definitionId, String path) {
        var repository = engine.getRepositoryService();
        var deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
        try (var html = repository.getResourceAsStream(deployment, path)) {
            return PaperForm.parse(new String(html.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
