package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 县区认领: the county names the person and a date within the assigned limit. */
@Component("claimByCounty")
class ClaimByCounty extends PaperTask {

    private final Problems problems;
    private final LawClock clock;

    ClaimByCounty(Problems problems, LawClock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var due = problems.get(task.number()).dueAt();
        return due == null ? Map.of() : Map.of("dueDate", clock.dateOf(due).toString());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var due = problems.get(number(task)).dueAt();
        var limit = due == null ? paper.date("dueDate") : clock.dateOf(due);
        if (paper.date("dueDate").isAfter(limit)) {
            throw new RuleBroken("dueDate", "limit", "“计划完成日期”不能晚于交办时限 " + limit);
        }
        problems.move(
                number(task),
                Move.of("claimByCounty", "县区认领", paper.by().actor(), List.of(State.SPLIT), State.CLAIMED)
                        .with(paper.written(), paper.photos())
                        .setting("responsible_person", paper.text("responsiblePerson")));
    }
}
