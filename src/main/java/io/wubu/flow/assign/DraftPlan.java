package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Move;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 制定整改方案: goal, measures, leader, unit and date; a shutdown needs a legal basis, milestones lie before the date. */
@Component("draftPlan")
class DraftPlan extends PaperTask {

    private final Problems problems;
    private final LawClock clock;

    DraftPlan(Problems problems, LawClock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var problem = problems.get(task.number());
        var filled = new HashMap<String, Object>();
        filled.put("responsibleLeader", problem.responsibleLeader());
        filled.put("responsibleUnit", problem.leadUnit());
        if (problem.dueAt() != null) {
            filled.put("dueDate", clock.dateOf(problem.dueAt()).toString());
        }
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        check(paper, problems.get(number(task)));
        problems.move(
                number(task),
                Move.of("draftPlan", "制定整改方案", paper.by().actor(), List.of(State.CLAIMED), State.PLANNED)
                        .with(paper.written(), paper.photos())
                        .setting("responsible_leader", paper.text("responsibleLeader")));
    }

    private void check(FilledPaper paper, Problem problem) {
        var due = paper.date("dueDate");
        if (problem.dueAt() != null && due.isAfter(clock.dateOf(problem.dueAt()))) {
            throw new RuleBroken("dueDate", "limit", "“完成日期”不能晚于整改时限 " + clock.dateOf(problem.dueAt()));
        }
        var milestones = paper.rows("milestones");
        if (milestones.isEmpty() && !"IMMEDIATE".equals(problem.timeClass())) {
            throw new RuleBroken("milestones", "required", "“节点”：分阶段和长期整治的问题至少一个节点（倒排工期）");
        }
        for (var milestone : milestones) {
            if (milestone.get("date") instanceof LocalDate date && date.isAfter(due)) {
                throw new RuleBroken("milestones", "limit", "“节点”日期不能晚于完成日期 " + due);
            }
        }
    }
}
