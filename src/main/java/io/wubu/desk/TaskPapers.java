package io.wubu.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.audit.Trace;
import io.wubu.flow.engine.CaseSummaries;
import io.wubu.flow.engine.OpenTask;
import io.wubu.flow.engine.Papers;
import io.wubu.flow.extension.Extensions;
import io.wubu.shared.Json;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final CaseSummaries cases;
    private final Cards cards;
    private final CaseAccess access;
    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final Extensions extensions;
    private final AuditLog audit;

    TaskPapers(
            Papers papers,
            CaseSummaries cases,
            Cards cards,
            CaseAccess access,
            JdbcClient jdbc,
            Json json,
            Clock clock,
            Extensions extensions,
            AuditLog audit) {
        this.papers = papers;
        this.cases = cases;
        this.cards = cards;
        this.access = access;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
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
        access.requireLane(id, user.getName());
        if (task.number().startsWith("CL-")) {
            access.require(task.number(), user.getName());
        }
        return new Sheet(task, cards.of(id), cases.facts(task.number()), papers.prefill(id), draft(id, user.getName()));
    }

    @Operation(summary = "保存草稿")
    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal user) {
        papers.open(id);
        Trace.told(); // what is only begun is no operation
        jdbc.sql(
                        """
                        insert into wubu.paper_draft (task_id, user_id, fields, saved_at)
                        values (:id, :user, :fields::jsonb, :now)
                        on conflict (task_id, user_id) do update
                            set fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("id", id)
                .param("user", user.getName())
                .param("fields", json.write(fields))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Operation(summary = "提交表单，办结任务")
    @PostMapping("/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal user) {
        papers.handIn(id, user.getName(), fields);
        jdbc.sql("delete from wubu.paper_draft where task_id = :id")
                .param("id", id)
                .update();
    }

    /** Progress on the way (记录进度): noted in the record, the task stays open. */
    @Operation(summary = "记录整改进度")
    @PostMapping("/progress")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void progress(@PathVariable String id, @RequestBody Progress progress, Principal user) {
        audit.with(
                AuditKind.CASE,
                papers.open(id).number() + " 记录进度",
                () -> papers.noteProgress(id, user.getName(), progress.percent(), progress.note()));
    }

    /** How far the work is, 0 to 100, and what was done. */
    record Progress(int percent, String note) {}

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

    private @Nullable Map<String, Object> draft(String task, String user) {
        return jdbc.sql("select fields from wubu.paper_draft where task_id = :id and user_id = :user")
                .param("id", task)
                .param("user", user)
                .query(String.class)
                .optional()
                .map(json::read)
                .orElse(null);
    }
}
