package io.wubu.slips;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.limits.LimitStart;
import io.wubu.limits.RunningLimits;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.records.Written;
import io.wubu.regions.Regions;
import io.wubu.shared.Actor;
import io.wubu.shared.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an open slip, step by step: approved, issued, signed for, answered, accepted, expired. */
@Component
@Transactional
public class SlipSteps {

    private static final String RULE = "三色督办单";

    private final ChainRows chains;
    private final SlipRows rows;
    private final SlipTable table;
    private final Problems problems;
    private final Regions regions;
    private final Numbers numbers;
    private final RunningLimits limits;
    private final LawClock clock;

    SlipSteps(
            ChainRows chains,
            SlipRows rows,
            SlipTable table,
            Problems problems,
            Regions regions,
            Numbers numbers,
            RunningLimits limits,
            LawClock clock) {
        this.chains = chains;
        this.rows = rows;
        this.table = table;
        this.problems = problems;
        this.regions = regions;
        this.numbers = numbers;
        this.limits = limits;
        this.clock = clock;
    }

    /** 批准: who let a slip of a higher colour be issued directly. */
    public void approve(String problem, Written paper) {
        var slip = table.require(problem);
        table.move(
                slip,
                List.of(SlipState.PREPARED),
                SlipState.PREPARED,
                Map.of("approved_by", paper.by().post()));
        table.note(slip, "approveSlip", "批准签发" + slip.title(), paper);
    }

    /** 不予签发: the chain ends without a slip. */
    public void refuse(String problem, Written paper) {
        var slip = table.require(problem);
        table.stop(slip, SlipState.ENDED, "未获批准");
        chains.close(slip.chainId(), Outcome.NOT_APPROVED, clock.now());
        table.note(slip, "approveSlip", "不予签发" + slip.title(), paper);
    }

    /** 签发: the slip gets its document number and its date. */
    public Slip issue(String problem) {
        var slip = table.require(problem);
        var now = clock.now();
        var limit =
                limits.restart(SlipDates.key(problem), LimitStart.counted(now, slip.limit(), slip.regionCode(), RULE));
        var prefix = "%s督单〔%d〕"
                .formatted(
                        regions.get(slip.cityCode()).name().replaceFirst("市$", ""),
                        clock.dateOf(now).getYear());
        var docNo = "%s%d号".formatted(prefix, numbers.next(prefix));
        table.move(
                slip,
                List.of(SlipState.PREPARED),
                SlipState.ISSUED,
                Map.of("doc_no", docNo, "issued_at", now, "due_at", limit.dueAt(), "provisional", limit.provisional()));
        var issued = rows.find(slip.number()).orElseThrow();
        var move = Move.of("issueSlip", "签发" + slip.title(), Actor.SYSTEM, List.of(State.values()), null)
                .with(SlipWords.ofIssue(issued), List.of())
                .under(RULE);
        problems.move(problem, move);
        return issued;
    }

    /** 签收. */
    public void sign(String problem, String by, Written paper) {
        var slip = table.require(problem);
        table.move(
                slip, List.of(SlipState.ISSUED), SlipState.SIGNED, Map.of("signed_by", by, "signed_at", clock.now()));
        table.note(slip, "signSlip", "签收督办单", paper);
    }

    /** 回复: what was done, with evidence. */
    public void reply(String problem, String result, @Nullable String documents, Written paper) {
        var slip = table.require(problem);
        var changes = new LinkedHashMap<String, @Nullable Object>();
        changes.put("result", result);
        changes.put("documents", documents);
        changes.put("replied_by", paper.by().post());
        changes.put("replied_at", clock.now());
        table.move(slip, List.of(SlipState.SIGNED), SlipState.REPLIED, changes);
        table.note(slip, "replySlip", "回复督办单", paper);
    }

    /** 验收通过: slip and chain are done. */
    public void accept(String problem, @Nullable String opinion, Written paper) {
        var slip = table.require(problem);
        var changes = decision(opinion, paper);
        changes.put("ended_at", clock.now());
        table.move(slip, List.of(SlipState.REPLIED), SlipState.ACCEPTED, changes);
        chains.close(slip.chainId(), Outcome.ACCEPTED, clock.now());
        table.note(slip, "acceptSlip", "督办单验收通过", paper);
    }

    /**
     * 验收退回: back to the unit. The days the office took are not the unit's: it keeps what it had left when it replied.
     *
     * @param atLeast the unit gets no less than this
     */
    public void reject(String problem, String reason, Limit atLeast, Written paper) {
        var slip = table.require(problem);
        var due = SlipWords.given(slip.dueAt());
        var replied = SlipWords.given(slip.reply().at());
        var left = clock.calendar().workingDaysBetween(clock.dateOf(replied), clock.dateOf(due));
        var again = Limit.workingDays(Math.max(atLeast.amount(), left));
        var limit =
                limits.restart(SlipDates.key(problem), LimitStart.counted(clock.now(), again, slip.regionCode(), RULE));
        var changes = decision(reason, paper);
        changes.put("rejections", slip.decision().rejections() + 1);
        changes.put("due_at", limit.dueAt());
        changes.put("provisional", limit.provisional());
        table.move(slip, List.of(SlipState.REPLIED), SlipState.SIGNED, changes);
        table.note(slip, "acceptSlip", "督办单退回重办", paper);
    }

    /** 到期未办结: the chain asks for the next colour. */
    public Slip expire(String problem) {
        var slip = table.require(problem);
        table.stop(slip, SlipState.EXPIRED, null);
        chains.next(
                slip.chainId(),
                new SlipRequest(Trigger.SLIP_EXPIRED, null, SlipWords.expired(slip), slip.requirement(), Actor.SYSTEM));
        table.note(slip, "slipExpired", slip.title() + "到期未办结", Written.automatic(SlipWords.ofExpiry(slip)));
        return slip;
    }

    private LinkedHashMap<String, @Nullable Object> decision(@Nullable String opinion, Written paper) {
        var changes = new LinkedHashMap<String, @Nullable Object>();
        changes.put("opinion", opinion);
        changes.put("decided_by", paper.by().post());
        changes.put("decided_at", clock.now());
        return changes;
    }
}
