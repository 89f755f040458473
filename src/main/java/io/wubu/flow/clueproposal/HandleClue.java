package io.wubu.flow.clueproposal;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.slips.ClueState;
import io.wubu.slips.Clues;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 办理问题线索建议: the urging office hands it to the discipline lane, or dismisses it with a reason. */
@Component("handleClue")
class HandleClue extends PaperTask {

    private final Clues clues;

    HandleClue(Clues clues) {
        this.clues = clues;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var confirmed = paper.is("decision", "CONFIRM");
        clues.decide(
                number(task),
                confirmed ? ClueState.CONFIRMED : ClueState.DISMISSED,
                confirmed ? paper.textOrNull("opinion") : paper.text("reason"),
                paper.forRecord());
        task.setVariable("clueConfirmed", confirmed);
    }
}
