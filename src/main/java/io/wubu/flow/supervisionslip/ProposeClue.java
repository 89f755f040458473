package io.wubu.flow.supervisionslip;

import io.wubu.slips.Slips;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提出线索和问责建议: the red slip has expired. */
@Component("proposeClue")
class ProposeClue implements JavaDelegate {

    private final Slips slips;
    private final ClueCases clues;

    ProposeClue(Slips slips, ClueCases clues) {
        this.slips = slips;
        this.clues = clues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var all = slips.of(execution.getProcessBusinessKey());
        var red = all.get(all.size() - 1);
        clues.propose(red, "红色督办单（%s）到期未办结".formatted(red.reference()));
    }
}
