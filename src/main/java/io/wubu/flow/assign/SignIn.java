package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 签收: the city confirms receipt, or objects with a reason. */
@Component("signIn")
class SignIn extends PaperTask {

    private final Problems problems;

    SignIn(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var objected = paper.textOrNull("objection") != null;
        problems.move(
                number(task),
                Move.of(
                                "signIn",
                                objected ? "签收并提出异议" : "签收",
                                paper.by().actor(),
                                List.of(State.ASSIGNED),
                                objected ? State.DISPUTED : State.SIGNED)
                        .with(paper.written(), paper.photos()));
        task.setVariable("objected", objected);
    }
}
