package io.wubu.flow.interviewcase;

import io.wubu.flow.interview.InterviewDemands;
import io.wubu.flow.interview.InterviewMessages;
import io.wubu.interviews.Interviews;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 并入地区约谈: the problem joins its region's interview or opens it; a demand already made applies at once. */
@Component("joinInterview")
class JoinInterview implements JavaDelegate {

    private static final List<State> FROM =
            List.of(State.RECTIFYING, State.REPORTED, State.NOT_RECTIFIED, State.COUNTY_CHECKED);

    private final Interviews interviews;
    private final InterviewMessages messages;
    private final InterviewDemands demands;
    private final Problems problems;

    JoinInterview(Interviews interviews, InterviewMessages messages, InterviewDemands demands, Problems problems) {
        this.interviews = interviews;
        this.messages = messages;
        this.demands = demands;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var region = problems.get(number).regionCode();
        var joined = interviews.join(region, number);
        problems.move(
                number,
                Move.of("joinInterview", "转入约谈", Actor.SYSTEM, FROM, State.INTERVIEW)
                        .with(Map.of("约谈编号", joined.number()), List.of()));
        if (joined.opened()) {
            messages.suggested(joined.number(), region);
        }
        var demand = joined.demand();
        if (demand != null) {
            demands.give(number, joined.number(), demand);
        }
        execution.setVariable("interviewDemanded", demand != null);
    }
}
