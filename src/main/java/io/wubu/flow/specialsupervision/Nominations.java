package io.wubu.flow.specialsupervision;

import io.wubu.inspections.Inspections;
import io.wubu.inspections.Nomination;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirements;
import io.wubu.shared.Actor;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${nomination…}}: an interview that does not help nominates its city for special supervision. */
@Component("nomination")
public class Nominations {

    private final Interviews interviews;
    private final Requirements requirements;
    private final Inspections inspections;
    private final SpecialMessages messages;

    Nominations(Interviews interviews, Requirements requirements, Inspections inspections, SpecialMessages messages) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.inspections = inspections;
        this.messages = messages;
    }

    /** A requirement's date has passed and its follow-up is not finished. */
    public void requirementMissed(DelegateExecution execution) {
        var slot = (Integer) execution.getVariable("loopCounter");
        var requirement = requirements.at(execution.getProcessBusinessKey(), slot);
        nominate(execution, "约谈整改要求到期未完成：第%d项 %s".formatted(requirement.no(), requirement.text()));
    }

    /** The interview was assessed as failed. */
    public void interviewFailed(DelegateExecution execution) {
        nominate(execution, "约谈评估不合格");
    }

    private void nominate(DelegateExecution execution, String reason) {
        var interview = interviews.get(execution.getProcessBusinessKey());
        var joined = inspections.nominate(interview.cityCode(), new Nomination(interview.number(), reason));
        if (joined.opened()) {
            messages.nominated(joined.number());
        }
        interviews.note(
                interview.number(),
                "cityNominated",
                "提名专项督察",
                Actor.SYSTEM,
                Map.of("理由", reason, "专项督察编号", joined.number()));
    }
}
