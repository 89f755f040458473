package io.wubu.flow.supervisionslip;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import io.wubu.slips.SlipSteps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 验收: the urging office accepts the reply or sends it back with a reason. */
@Component("acceptSlip")
class AcceptSlip extends PaperTask {

    private final SlipSteps steps;
    private final Problems problems;
    private final Deadlines deadlines;
    private final LawClock clock;

    AcceptSlip(SlipSteps steps, Problems problems, Deadlines deadlines, LawClock clock) {
        this.steps = steps;
        this.problems = problems;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        var accepted = paper.is("conclusion", "ACCEPT");
        if (accepted) {
            requireReported(number);
            steps.accept(number, paper.textOrNull("opinion"), paper.forRecord());
        } else {
            steps.reject(number, paper.text("reason"), deadlines.ruled("replyAgain", number), paper.forRecord());
        }
        task.setVariable("slipAccepted", accepted);
    }

    /** Words don't settle an overdue item: it has to be reported rectified first, or nothing would urge it any more. */
    private void requireReported(String number) {
        var problem = problems.get(number);
        var due = problem.dueAt();
        if (problem.state() == State.RECTIFYING && due != null && due.isBefore(clock.now())) {
            throw new RuleBroken("conclusion", "slip.open", "“验收结论”：问题已逾期且尚未报告整改完成，不能验收通过");
        }
    }
}
