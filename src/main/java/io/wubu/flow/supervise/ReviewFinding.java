package io.wubu.flow.supervise;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.rules.Severities;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审核: the office passes the finding with severity and limit, returns it, rejects it or merges a duplicate. */
@Component("reviewFinding")
class ReviewFinding extends PaperTask {

    private final Problems problems;
    private final Severities severities;

    ReviewFinding(Problems problems, Severities severities) {
        this.problems = problems;
        this.severities = severities;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var problem = problems.get(task.number());
        var proposal = new HashMap<String, Object>();
        proposal.put("severity", problem.severity());
        proposal.put("limitAmount", problem.limitAmount());
        proposal.put("limitUnit", problem.limitUnit());
        problems.duplicateOf(task.number()).ifPresent(other -> proposal.put("mergedInto", other));
        return proposal;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var decision = paper.text("decision");
        switch (decision) {
            case "PASS" -> severities.assign(number(task), passed(paper), null);
            case "RETURN" -> problems.move(number(task), step(paper, State.RETURNED));
            case "REJECT" -> problems.move(number(task), step(paper, State.REJECTED));
            default -> merge(paper, number(task));
        }
        task.setVariable("review", decision);
    }

    private void merge(FilledPaper paper, String number) {
        var target = paper.text("mergedInto");
        if (target.equals(number) || problems.find(target).isEmpty()) {
            throw new RuleBroken("mergedInto", "unknown", "“并入问题”：没有问题 " + target);
        }
        problems.move(number, step(paper, State.MERGED).setting("merged_into", target));
    }

    private static Move passed(FilledPaper paper) {
        return step(paper, State.ASSIGNED)
                .setting("severity", paper.text("severity"))
                .setting("limit_amount", paper.integer("limitAmount"))
                .setting("limit_unit", paper.text("limitUnit"));
    }

    private static Move step(FilledPaper paper, State to) {
        return Move.of("reviewFinding", "审核", paper.by().actor(), List.of(State.SUBMITTED), to)
                .with(paper.written(), paper.photos());
    }
}
