package io.wubu.desk.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.audit.Trace;
import io.wubu.desk.cases.CaseAccess;
import io.wubu.desk.web.Bounds;
import io.wubu.flow.engine.CaseSummaries;
import io.wubu.flow.engine.Tasks;
import io.wubu.flow.extension.Extensions;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.Papers;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Unknown;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The paper of a task: what the form shows, the draft while it is filled in, and handing it in. */
@RestController
@Tag(name = "任务")
@RequestMapping("/api/tasks/{id}")
class TaskPapers {

    private final Papers papers;
    private final Tasks tasks;
    private final CaseSummaries cases;
    private final Cards cards;
    private final CaseAccess access;
    private final Drafts drafts;
    private final Extensions extensions;
    private final AuditLog audit;

    TaskPapers(
            Papers papers,
            Tasks tasks,
            CaseSummaries cases,
            Cards cards,
            CaseAccess access,
            Drafts drafts,
            Extensions extensions,
            AuditLog audit) {
        this.papers = papers;
        this.tasks = tasks;
        this.cases = cases;
        this.cards = cards;
        this.access = access;
        this.drafts = drafts;
        this.extensions = extensions;
        this.audit = audit;
    }

    /** Everything a form shows before anybody types. */
    record Sheet(
            OpenTask task,
            Card card,
            Map<String, Object> facts,
            Map<String, Object> prefill,
            @Nullable Map<String, Object> draft) {}

    @Operation(summary = "任务的表单内容")
    @GetMapping("/paper")
    Sheet paper(@PathVariable String id, Principal user) {
        var task = papers.open(id);
        requireReadable(task, user.getName());
        var draft = drafts.isFor(id, user.getName()) ? drafts.of(id, user.getName()) : null;
        return new Sheet(task, cards.of(id), cases.facts(task.number()), papers.prefill(id), draft);
    }

    /** Which case a task belongs to. */
    record CaseOf(String number) {}

    @Operation(summary = "任务所属案卷的编号")
    @GetMapping("/case")
    CaseOf caseOf(@PathVariable String id, Principal user) {
        access.requireLane(id, user.getName());
        var number = tasks.numberOf(id).orElseThrow(() -> new Unknown("任务不存在或已办结"));
        requireReadable(number, user.getName());
        return new CaseOf(number);
    }

    @Operation(summary = "保存草稿", description = "限办理人：本人认领的任务，或现任岗位可以认领的。大小、份数和总量有限，超出为 422。")
    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal user) {
        requireReadable(papers.open(id), user.getName());
        if (!drafts.isFor(id, user.getName())) {
            throw new RuleBroken("draft", "duty.post", "“草稿”：任务不由您现在的岗位办理，或已由他人认领，没有保存");
        }
        Trace.told(); // what is only begun is no operation
        drafts.keep(id, user.getName(), fields);
    }

    @Operation(summary = "提交表单，办结任务")
    @PostMapping("/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal user) {
        papers.handIn(id, user.getName(), fields);
        drafts.forget(id);
    }

    /** Progress on the way (记录进度): noted in the record, the task stays open. */
    @Operation(summary = "记录整改进度")
    @PostMapping("/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(@PathVariable String id, @RequestBody Progress progress, Principal user) {
        var number = papers.open(id).number(); // before anything is said about the rest
        var percent = Bounds.whole("percent", "进度", progress.percent(), 0, 100);
        audit.with(
                AuditKind.CASE,
                number + " 记录进度",
                () -> papers.noteProgress(id, user.getName(), percent, progress.note()));
    }

    /** How far the work is, 0 to 100, and what was done. */
    record Progress(@Nullable BigDecimal percent, String note) {}

    /** Asks for a later rectification date (申请延期); two approvals follow. */
    @Operation(summary = "申请延期")
    @PostMapping("/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extension(@PathVariable String id, @RequestBody Extension wish, Principal user) {
        audit.with(
                AuditKind.CASE,
                papers.open(id).number() + " 申请延期",
                () -> extensions.ask(id, user.getName(), wish.newDate(), wish.reason()));
    }

    /** The date asked for and why. */
    record Extension(@Nullable LocalDate newDate, @Nullable String reason) {}

    private void requireReadable(OpenTask task, String user) {
        access.requireLane(task.taskId(), user);
        requireReadable(task.number(), user);
    }

    private void requireReadable(String number, String user) {
        if (number.startsWith("CL-")) {
            access.require(number, user);
        }
    }
}
