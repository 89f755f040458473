package io.wubu.flow.extension;

import io.wubu.limits.LimitKey;
import io.wubu.limits.RunningLimits;
import io.wubu.problems.Problems;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 改定时限: the new date moves ledger, task and timers in one transaction; the original date is kept. */
@Component("extendDeadline")
class ExtendDeadline implements JavaDelegate {

    private final RunningLimits limits;
    private final Problems problems;

    ExtendDeadline(RunningLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var day = LocalDate.parse((String) execution.getVariable("newDate"));
        problems.flag(number, "EXTENDED");
        limits.extend(LimitKey.rectification(number), day, Actor.SYSTEM, "延期申请经县区领导和市整改办两级审批同意");
    }
}
