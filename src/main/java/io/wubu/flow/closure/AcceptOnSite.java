package io.wubu.flow.closure;

import io.wubu.closure.Acceptance;
import io.wubu.closure.Closures;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Problems;
import io.wubu.shared.RuleBroken;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 现场验收: 四不放过, one answer each; a long-term rectification needs an expert in the group. */
@Component("acceptOnSite")
class AcceptOnSite extends PaperTask {

    private final Closures closures;
    private final Problems problems;
    private final Refusal refusal;

    AcceptOnSite(Closures closures, Problems problems, Refusal refusal) {
        this.closures = closures;
        this.problems = problems;
        this.refusal = refusal;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var passed = paper.is("conclusion", "PASS");
        var experts = paper.rows("members").stream().filter(member -> Boolean.TRUE.equals(member.get("expert")));
        if ("LONG_TERM".equals(problems.get(number(task)).timeClass())
                && experts.findAny().isEmpty()) {
            throw new RuleBroken("members", "expert", "“验收组成员”：长期整治的问题至少一名专家参加验收");
        }
        closures.accept(number(task), acceptance(paper, passed), paper.forRecord());
        if (!passed) {
            refusal.refuse(task, "现场验收不通过", paper);
        }
        task.setVariable("accepted", passed);
    }

    private static Acceptance acceptance(FilledPaper paper, boolean passed) {
        return new Acceptance(
                passed,
                paper.ticked("factsClear"),
                paper.ticked("rectified"),
                paper.ticked("dutyFixed"),
                paper.ticked("publicSatisfied"),
                paper.numberOrNull("score"));
    }
}
