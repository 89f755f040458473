package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 整改落实: the unit's work until it is complete; progress on the way is noted without handing the paper in. */
@Component("rectify")
class Rectify extends PaperTask {

    private final Problems problems;

    Rectify(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.move(
                number(task),
                Move.of("rectify", "整改落实", paper.by().actor(), List.of(State.RECTIFYING), null)
                        .with(paper.written(), paper.photos()));
    }
}
