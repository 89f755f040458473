package io.wubu.flow.interviewcase;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.interviews.Interviews;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 核实: the patrol team verifies on site whether the problem is rectified after its interview. */
@Component("verifyAfterInterview")
class VerifyAfterInterview extends PaperTask {

    private final Problems problems;
    private final Interviews interviews;

    VerifyAfterInterview(Problems problems, Interviews interviews) {
        this.problems = problems;
        this.interviews = interviews;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var rectified = paper.is("conclusion", "RECTIFIED");
        problems.move(
                number(task),
                Move.of(
                                "verifyAfterInterview",
                                rectified ? "约谈后核实到位" : "约谈后核实未到位",
                                paper.by().actor(),
                                List.of(State.INTERVIEW),
                                rectified ? State.PATROL_VERIFIED : null)
                        .with(paper.written(), paper.photos()));
        interviews.settle(number(task), rectified);
        task.setVariable("rectified", rectified);
    }
}
