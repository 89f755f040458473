package io.wubu.flow.interviewcase;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 约谈整改: the unit reports what it did until the date the interview demanded, with photos. */
@Component("rectifyAfterInterview")
class RectifyAfterInterview extends PaperTask {

    private final Problems problems;

    RectifyAfterInterview(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.move(
                number(task),
                Move.of("rectifyAfterInterview", "约谈整改报告", paper.by().actor(), List.of(State.INTERVIEW), null)
                        .with(paper.written(), paper.photos()));
    }
}
