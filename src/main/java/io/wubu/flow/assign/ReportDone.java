package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 报告完成: the unit reports the result with photos before and after. */
@Component("reportDone")
class ReportDone extends PaperTask {

    private final Problems problems;

    ReportDone(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.move(
                number(task),
                Move.of("reportDone", "报告完成", paper.by().actor(), List.of(State.RECTIFYING), State.REPORTED)
                        .with(paper.written(), paper.photos()));
    }
}
