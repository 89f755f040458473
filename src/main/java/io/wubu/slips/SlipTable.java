package io.wubu.slips;

import io.wubu.lawclock.LawClock;
import io.wubu.limits.RunningLimits;
import io.wubu.problems.Problems;
import io.wubu.records.Written;
import io.wubu.shared.Stale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One step of a slip: the row changed by compare-and-set, the entry in the problem's record. */
@Component
class SlipTable {

    private final SlipRows rows;
    private final Problems problems;
    private final RunningLimits limits;
    private final LawClock clock;

    SlipTable(SlipRows rows, Problems problems, RunningLimits limits, LawClock clock) {
        this.rows = rows;
        this.problems = problems;
        this.limits = limits;
        this.clock = clock;
    }

    Slip require(String problem) {
        return rows.open(problem).orElseThrow(() -> new Stale("问题 " + problem + " 没有进行中的督办单"));
    }

    void stop(Slip slip, SlipState to, @Nullable String reason) {
        var changes = new LinkedHashMap<String, @Nullable Object>();
        changes.put("end_reason", reason);
        changes.put("ended_at", clock.now());
        limits.end(SlipDates.key(slip.problemNumber()));
        move(slip, List.of(slip.state()), to, changes);
    }

    void move(Slip slip, List<SlipState> from, SlipState to, Map<String, ? extends @Nullable Object> changes) {
        if (!rows.move(slip.number(), from, to, changes)) {
            throw new Stale(
                    "督办单 %s 当前为“%s”，不能办理".formatted(slip.reference(), now(slip).chinese()));
        }
    }

    void note(Slip slip, String step, String label, Written paper) {
        var content = new LinkedHashMap<String, Object>();
        content.put("督办单", slip.reference());
        content.putAll(paper.content());
        problems.note(slip.problemNumber(), step, label, paper.by(), content, paper.photos());
    }

    private SlipState now(Slip slip) {
        return rows.find(slip.number()).map(Slip::state).orElse(slip.state());
    }
}
