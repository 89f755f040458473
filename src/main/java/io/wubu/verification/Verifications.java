package io.wubu.verification;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.limits.LimitStart;
import io.wubu.problems.Move;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.records.Written;
import io.wubu.shared.Draw;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verifiers' door: each check moves the problem or sends it back, with its entry in the case record. */
@Component
@Transactional
public class Verifications {

    private static final String SAMPLE_RULE = "回头看抽样";

    private final Problems problems;
    private final Records records;
    private final LawClock clock;

    Verifications(Problems problems, Records records, LawClock clock) {
        this.problems = problems;
        this.records = records;
        this.clock = clock;
    }

    /** 县级核查: the county's own check of a reported completion. */
    public void checkByCounty(String number, boolean passed, Written paper) {
        var label = passed ? "县级核查通过" : "县级核查未通过";
        var to = passed ? State.COUNTY_CHECKED : State.NOT_RECTIFIED;
        problems.move(
                number,
                Move.of("checkByCounty", label, paper.by(), List.of(State.REPORTED), to)
                        .with(paper.content(), paper.photos()));
    }

    /** 巡查核实 or 市级核实: after the county's check, somebody from above looks at the spot. */
    public void verify(String number, String step, Verdict verdict, Written paper) {
        var label = ("verifyByCity".equals(step) ? "市级核实：" : "巡查核实：") + verdict.chinese();
        var to = verdict.isRectified() ? State.PATROL_VERIFIED : State.NOT_RECTIFIED;
        problems.move(
                number,
                Move.of(step, label, paper.by(), List.of(State.COUNTY_CHECKED), to)
                        .with(paper.content(), paper.photos()));
        mark(number, verdict);
    }

    /** What the look-back table asks of the problem. */
    @Transactional(readOnly = true)
    public LookBackFigures figures(String number) {
        var problem = problems.get(number);
        var interviewed = records.of(number).stream()
                .anyMatch(entry -> State.INTERVIEW.name().equals(entry.to()));
        return new LookBackFigures(
                problem.severity(), problem.has(Verdict.FALSE_CLAIM.name()), problem.has("LISTED"), interviewed);
    }

    /** 回头看抽样: draws whether a closed problem is looked at again; the seed is its number. */
    public boolean drawSample(String number, int percent, int days) {
        var draw = Draw.of("lookBack", number);
        var sampled = draw.within(percent);
        var content = new LinkedHashMap<String, Object>();
        content.put("抽样比例", percent + "%");
        content.put("随机种子", draw.seed());
        content.put("抽签值（0—99，小于比例即抽中）", draw.value());
        content.put("结果", sampled ? "抽中" : "未抽中");
        if (sampled) {
            content.put("回头看日期", clock.dateOf(lookBackAt(number, days)).toString());
        }
        var paper = Written.automatic(content);
        problems.move(
                number,
                Move.of("drawSample", "回头看抽样", paper.by(), List.of(State.CLOSED), null)
                        .with(paper.content(), paper.photos())
                        .under(SAMPLE_RULE));
        return sampled;
    }

    /** When a sampled problem is to be looked at again: so many days after its closing. */
    @Transactional(readOnly = true)
    public Instant lookBackAt(String number, int days) {
        var problem = problems.get(number);
        return clock.due(closedAt(problem), Limit.calendarDays(days), problem.regionCode());
    }

    /** 回头看: a problem that has come back loses its closing and gets a new date. */
    public void lookBack(String number, Verdict verdict, LimitStart limit, Written paper) {
        var label = "回头看：" + (verdict.isRectified() ? "未反弹" : verdict.chinese());
        var move = Move.of("lookBackOnSite", label, paper.by(), List.of(State.CLOSED), null)
                .with(paper.content(), paper.photos());
        if (verdict.isRectified()) {
            problems.move(number, move);
            return;
        }
        problems.move(
                number,
                move.to(State.RECTIFYING)
                        .limitedBy(limit)
                        .setting("closed_at", null)
                        .setting("record_no", null));
        mark(number, verdict);
        problems.flag(number, Verdict.REBOUND.name());
    }

    private void mark(String number, Verdict verdict) {
        var flag = verdict.flag();
        if (flag != null) {
            problems.flag(number, flag);
        }
    }

    private static Instant closedAt(Problem problem) {
        var closed = problem.closedAt();
        if (closed == null) {
            throw new IllegalStateException("not closed: " + problem.number());
        }
        return closed;
    }
}
