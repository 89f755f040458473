package io.wubu.desk.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.desk.cases.CaseAccess;
import io.wubu.evidence.Evidence;
import io.wubu.flow.engine.StepNames;
import io.wubu.flow.engine.Tasks;
import io.wubu.limits.LimitKey;
import io.wubu.limits.RunningLimit;
import io.wubu.limits.RunningLimits;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import java.security.Principal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The running limits of a case: how each date comes about; stopping the clock and letting it go on. */
@RestController
@RequestMapping("/api/cases/{number}/limits")
@Tag(name = "期限")
class LimitApi {

    /** Who may stop the clock (默认值): whoever handed the problem over or split it, never whoever works on the step himself. */
    private static final Set<Role> OFFICES = EnumSet.of(Role.MINISTRY_SUPERVISION_OFFICE, Role.CITY_ECO_OFFICE);

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final RunningLimits limits;
    private final StepNames names;
    private final CaseAccess access;
    private final People people;
    private final Evidence evidence;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Turns turns;

    LimitApi(
            RunningLimits limits,
            StepNames names,
            CaseAccess access,
            People people,
            Evidence evidence,
            Tasks tasks,
            AuditLog audit,
            Turns turns) {
        this.limits = limits;
        this.names = names;
        this.access = access;
        this.people = people;
        this.evidence = evidence;
        this.tasks = tasks;
        this.audit = audit;
        this.turns = turns;
    }

    /**
     * A running limit as officers read it.
     *
     * @param sum how the date comes about, in words
     * @param pausedAt since when it stands still
     */
    record LimitLine(
            String step,
            String name,
            String limit,
            String source,
            Instant startAt,
            Instant dueAt,
            Instant originalDueAt,
            boolean provisional,
            boolean extended,
            @Nullable Instant pausedAt,
            String sum) {}

    /** Why the clock is stopped or goes on, with photos of the evidence. */
    record Ground(@Nullable String ground, @Nullable List<UUID> photos) {}

    @Operation(summary = "案卷正在计时的期限", description = "到期时刻、依据和计算过程。")
    @GetMapping
    List<LimitLine> of(@PathVariable String number, Principal user) {
        access.require(number, user.getName());
        return limits.of(number).stream().map(this::line).toList();
    }

    @Operation(summary = "停表", description = "写明事由并附证明照片；其间不提醒、不逾期，停表的日子不计入期限。")
    @PostMapping("/{step}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void pause(
            @PathVariable String number, @PathVariable String step, @RequestBody Ground ground, Principal user) {
        var by = office(number, user);
        if (isOwn(number, step, by)) {
            throw new RuleBroken("step", "limit.own", "本岗位自己办理的事项不能停表，须由上级办公室停表");
        }
        var photos = ground.photos() == null ? List.<UUID>of() : ground.photos();
        if (photos.isEmpty() || !evidence.uploadedBy(photos, by.userId())) {
            throw new RuleBroken("photos", "required", "“停表证明”：至少一张，由本人上传");
        }
        turns.take("limit " + number);
        limits.pause(LimitKey.of(number, step), by.actor(), text(ground), photos);
        audit.done(AuditKind.CASE, number + " 停表 " + step);
    }

    @Operation(summary = "恢复计时", description = "时限按停表的日子顺延，任务和定时器一并改动。")
    @PostMapping("/{step}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void resume(
            @PathVariable String number, @PathVariable String step, @RequestBody Ground ground, Principal user) {
        var by = office(number, user);
        turns.take("limit " + number);
        limits.resume(LimitKey.of(number, step), by.actor(), text(ground));
        audit.done(AuditKind.CASE, number + " 恢复计时 " + step);
    }

    /** Whether that person may stop clocks. */
    boolean mayPause(Person by) {
        return OFFICES.contains(by.role());
    }

    private boolean isOwn(String number, String step, Person by) {
        return tasks.ofCase(number).stream()
                .filter(task -> task.step().equals(step))
                .anyMatch(task -> by.role().at(by.regionCode()).equals(task.group())
                        || by.userId().equals(task.assignee()));
    }

    private LimitLine line(RunningLimit limit) {
        return new LimitLine(
                limit.key().step(),
                names.of(limit.key().step()),
                limit.limit().chinese(),
                limit.source(),
                limit.startAt(),
                limit.dueAt(),
                limit.originalDueAt(),
                limit.provisional(),
                limit.isExtended(),
                limit.pausedAt(),
                limits.sum(limit));
    }

    private Person office(String number, Principal user) {
        access.require(number, user.getName());
        var by = people.get(user.getName());
        if (!mayPause(by)) {
            throw new AccessDeniedException("no office: " + by.role());
        }
        return by;
    }

    private static String text(Ground ground) {
        var text = ground.ground() == null ? "" : ground.ground().strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new RuleBroken("ground", "length", "“事由”应为 %d—%d 字".formatted(SHORTEST, LONGEST));
        }
        return text;
    }
}
