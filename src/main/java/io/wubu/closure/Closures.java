package io.wubu.closure;

import io.wubu.lawclock.LawClock;
import io.wubu.limits.LimitStart;
import io.wubu.notices.Notices;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.records.Written;
import io.wubu.shared.Draw;
import io.wubu.shared.Numbers;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import io.wubu.slips.Slips;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of 销号: each step of an application, with its entry in the problem's record. */
@Component
@Transactional
public class Closures {

    private static final List<State> PENDING = List.of(State.CLOSURE_PENDING);
    private static final List<State> ON_THE_WAY = List.of(State.CLOSURE_PENDING, State.PUBLICISED);

    private final ClosureRows rows;
    private final Problems problems;
    private final Slips slips;
    private final Notices notices;
    private final Numbers numbers;
    private final LawClock clock;
    private final ApplicationEventPublisher events;

    Closures(
            ClosureRows rows,
            Problems problems,
            Slips slips,
            Notices notices,
            Numbers numbers,
            LawClock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.problems = problems;
        this.slips = slips;
        this.notices = notices;
        this.numbers = numbers;
        this.clock = clock;
        this.events = events;
    }

    /** 申请销号: the unit says which of the criteria it meets and how the penalty stands. */
    public void apply(String number, Set<Criterion> met, Penalty penalty, Written paper) {
        var names = met.stream().map(Enum::name).sorted().toList();
        rows.insert(number, names, penalty, paper.by().userId(), clock.now());
        var from = List.of(State.PATROL_VERIFIED, State.CLOSURE_PENDING);
        move(number, Move.of("applyForClosure", "申请销号", paper.by(), from, State.CLOSURE_PENDING), paper);
    }

    /** 查验要件: whether all five criteria are met; the unit is told of those that are not. */
    public boolean checkCompleteness(String number) {
        var application = rows.open(number);
        var missing = new ArrayList<>(Arrays.stream(Criterion.values())
                .filter(criterion -> !application.met().contains(criterion.name()))
                .map(Criterion::chinese)
                .toList());
        openSlip(number).ifPresent(missing::add);
        var complete = missing.isEmpty();
        Map<String, Object> content = complete ? Map.of("结论", "五项要件齐全") : Map.of("结论", "退回补齐", "缺少", missing);
        var paper = Written.automatic(content);
        rows.set(
                number,
                List.of("APPLIED"),
                complete ? "COMPLETE" : "INCOMPLETE",
                complete ? Map.of() : Map.of("ended_at", now()));
        move(number, Move.of("checkCompleteness", "查验要件", paper.by(), PENDING, null), paper);
        if (!complete) {
            tellUnit(number, application.id(), missing);
        }
        return complete;
    }

    /** 初验通过. */
    public void passReview(String number, Written paper) {
        rows.move(number, List.of("COMPLETE"), "REVIEWED");
        move(number, Move.of("firstReview", "初验通过", paper.by(), PENDING, null), paper);
    }

    /** 验收: noted whether it passed or not; one that failed is followed by {@link #refuse}. */
    public void accept(String number, Acceptance acceptance, Written paper) {
        var changes = new LinkedHashMap<String, @Nullable Object>();
        changes.put("accepted", acceptance.passed());
        changes.put("facts_clear", acceptance.factsClear());
        changes.put("rectified", acceptance.rectified());
        changes.put("duty_fixed", acceptance.dutyFixed());
        changes.put("public_satisfied", acceptance.publicSatisfied());
        changes.put("score", acceptance.score());
        rows.set(number, List.of("REVIEWED"), acceptance.passed() ? "ACCEPTED" : "REVIEWED", changes);
        if (acceptance.passed()) {
            move(number, Move.of("acceptOnSite", "现场验收通过", paper.by(), PENDING, null), paper);
        }
    }

    /** 公示: the notice begins, or begins anew after a correction. */
    public void publish(String number, Notice notice, Written paper) {
        rows.move(number, List.of("ACCEPTED"), "NOTICE");
        rows.publish(rows.open(number).id(), notice, paper.by().userId(), clock.now());
        move(number, Move.of("publishNotice", "公示", paper.by(), ON_THE_WAY, State.PUBLICISED), paper);
    }

    /** The first instant after the notice in force. */
    @Transactional(readOnly = true)
    public Instant noticeEndsAt(String number) {
        return clock.endOfDay(notice(number).endsOn());
    }

    /** 主要领导审签: only after the notice has ended and every objection has its ruling. */
    public void sign(String number, Written paper) {
        if (notice(number).runsOn(clock.today())) {
            throw new Stale("公示尚未期满，不能审签");
        }
        rows.move(number, List.of("NOTICE"), "SIGNED");
        move(number, Move.of("signOff", "主要领导审签同意", paper.by(), List.of(State.PUBLICISED), null), paper);
    }

    /** How the penalty stood when the unit applied. */
    @Transactional(readOnly = true)
    public Penalty penalty(String number) {
        return rows.open(number).penalty();
    }

    /** Whether the recorder has to look again himself; the draw can be repeated from the number. */
    public boolean isRecheckDrawn(String number, int percent) {
        return Draw.of("recheck", number).within(percent);
    }

    /** 备案: refused while a penalty is open, the problem is disputed or an objection waits. */
    public void confirm(String number, Penalty penalty, Written paper) {
        var application = rows.open(number);
        if (!penalty.isSettled()) {
            throw new RuleBroken("penalty", "open", "“行政处罚”：%s，案件了结并履行完毕后方可销号".formatted(penalty.chinese()));
        }
        if (problems.get(number).has("DISPUTED")) {
            throw new RuleBroken("decision", "disputed", "问题仍有争议未决，不能销号");
        }
        if (!rows.objections(application.id()).isEmpty()) {
            throw new RuleBroken("decision", "objection", "公示期异议未处理完毕，不能销号");
        }
        openSlip(number).ifPresent(open -> {
            throw new RuleBroken("decision", "slip", open + "，不能销号");
        });
        rows.set(number, List.of("SIGNED"), "CONFIRMED", Map.of("penalty", penalty.name()));
        move(number, Move.of("fileRecord", "备案复核", paper.by(), List.of(State.PUBLICISED), null), paper);
    }

    /** 销号: struck off the ledger under a record number. */
    public void close(String number) {
        var problem = problems.get(number);
        var prefix = "XH-%s-%s".formatted(problem.campaign(), problem.cityCode());
        var recordNo = "%s-%05d".formatted(prefix, numbers.next(prefix));
        rows.set(number, List.of("CONFIRMED"), "CLOSED", Map.of("ended_at", now()));
        var paper = Written.automatic(Map.of("备案号", recordNo));
        var move = Move.of("closeProblem", "销号", paper.by(), List.of(State.PUBLICISED), State.CLOSED)
                .setting("closed_at", clock.now())
                .setting("record_no", recordNo);
        move(number, move, paper);
        events.publishEvent(new ProblemClosed(number, recordNo));
    }

    /** 不予销号: back to rectification with a new date; counted. */
    public void refuse(String number, String step, String label, LimitStart limit, Written paper) {
        var open = List.of("APPLIED", "COMPLETE", "REVIEWED", "ACCEPTED", "NOTICE", "OBJECTION", "SIGNED", "CONFIRMED");
        rows.set(number, open, "REFUSED", Map.of("refused_step", step, "ended_at", now()));
        var move =
                Move.of(step, label, paper.by(), ON_THE_WAY, State.RECTIFYING).limitedBy(limit);
        var due = clock.due(limit.term(), clock.almanac());
        move(number, move, paper.and("重新整改至", clock.dateOf(due).toString()));
        events.publishEvent(new ClosureRefused(number, step, rows.refusals(number)));
    }

    /** How often closing this problem has been refused. */
    @Transactional(readOnly = true)
    public int refusals(String number) {
        return rows.refusals(number);
    }

    private Optional<String> openSlip(String number) {
        return slips.chain(number).map(chain -> slips.openSlip(number)
                .map(slip -> "%s（%s）尚未办结".formatted(slip.title(), slip.reference()))
                .orElse("三色督办尚未办结"));
    }

    private NoticeRow notice(String number) {
        return rows.notice(rows.open(number).id()).orElseThrow(() -> new Stale("尚未公示"));
    }

    private void move(String number, Move move, Written paper) {
        problems.move(number, move.with(paper.content(), paper.photos()));
    }

    private void tellUnit(String number, long application, List<String> missing) {
        notices.tell(
                "closure:" + application + ":incomplete",
                number,
                Role.RESPONSIBLE_UNIT.at(problems.get(number).regionCode()),
                "INFORMATION",
                "销号申请要件不齐，请补齐：" + String.join("；", missing));
    }

    private Object now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
