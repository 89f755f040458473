package io.wubu.flow.supervise;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 当日上报: the team leader submits the day's finding, or again after the office returned it. */
@Component("submitFinding")
class SubmitFinding extends PaperTask {

    private final Problems problems;

    SubmitFinding(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("description", problems.get(task.number()).description());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.move(
                number(task),
                Move.of(
                                "submitFinding",
                                "上报",
                                paper.by().actor(),
                                List.of(State.DRAFT, State.RETURNED),
                                State.SUBMITTED)
                        .with(paper.written(), paper.photos())
                        .setting("description", paper.text("description")));
    }
}
