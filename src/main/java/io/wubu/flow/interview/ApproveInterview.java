package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.shared.RuleBroken;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审批: the leader agrees, or instead sets a date until which the joined problems are to be rectified. */
@Component("approveInterview")
class ApproveInterview extends InterviewPaper {

    private final Interviews interviews;

    ApproveInterview(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var approved = paper.is("decision", "APPROVE");
        if (!approved && interviews.get(number(task)).isMandatory()) {
            throw new RuleBroken("decision", "mandatory", "“审批意见”：未完成空气质量改善目标的，应当约谈，不能不予约谈");
        }
        var step = step(
                task, paper, InterviewState.APPROVING, approved ? InterviewState.NOTIFYING : InterviewState.REFUSED);
        interviews.move(
                number(task),
                approved
                        ? step
                        : step.setting("demand", paper.text("requirement"))
                                .setting("demand_due", paper.date("rectifyBy")));
        task.setVariable("interviewApproved", approved);
    }
}
