package io.wubu.flow.specialcase;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 专项整改: the unit reports what it did until the date the special supervision demanded, with photos. */
@Component("rectifyAfterSpecial")
class RectifyAfterSpecial extends PaperTask {

    private final Problems problems;

    RectifyAfterSpecial(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.move(
                number(task),
                Move.of("rectifyAfterSpecial", "专项整改报告", paper.by().actor(), List.of(State.SPECIAL), null)
                        .with(paper.written(), paper.photos()));
    }
}
