package io.wubu.flow.supervisionslip;

import io.wubu.notices.Notices;
import io.wubu.people.Role;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 签发: number and date, notices to the unit and to those who get a copy; false rectification also proposes a clue. */
@Component("issueSlip")
class IssueSlip implements JavaDelegate {

    private final SlipSteps steps;
    private final ClueCases clues;
    private final Notices notices;

    IssueSlip(SlipSteps steps, ClueCases clues, Notices notices) {
        this.steps = steps;
        this.clues = clues;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var slip = steps.issue(execution.getProcessBusinessKey());
        tell(slip, Role.RESPONSIBLE_UNIT, "收到%s %s，请签收办理");
        for (var role : slip.copyRoles().split(",")) {
            if (!role.equals(Role.RESPONSIBLE_UNIT.name())) {
                tell(slip, Role.valueOf(role), "抄送%s %s");
            }
        }
        if (slip.clue()) {
            clues.propose(slip, slip.trigger().chinese());
        }
    }

    private void tell(Slip slip, Role role, String text) {
        var group = role.at(role.level().equals("city") ? slip.cityCode() : slip.regionCode());
        notices.tell(
                slip.number() + ":" + role,
                slip.problemNumber(),
                group,
                "INFORMATION",
                text.formatted(slip.title(), slip.reference()));
    }
}
