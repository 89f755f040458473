package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirements;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 跟踪核实: the patrol team looks at one requirement; the loop's counter says which. */
@Component("followUp")
class FollowUp extends InterviewPaper {

    private final Interviews interviews;
    private final Requirements requirements;

    FollowUp(Interviews interviews, Requirements requirements) {
        this.interviews = interviews;
        this.requirements = requirements;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var requirement = requirements.at(task.number(), Integer.parseInt(task.variable("loopCounter")));
        return Map.of(
                "requirement", "%d. %s（%s前）".formatted(requirement.no(), requirement.text(), requirement.dueOn()));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        interviews.move(number, step(task, paper, InterviewState.FOLLOWING, InterviewState.FOLLOWING));
        requirements.settle(number, (Integer) task.getVariable("loopCounter"), paper.is("state", "FULFILLED"));
    }
}
