package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.inspections.InspectionState;
import io.wubu.records.Step;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What all papers of a special supervision have in common: they are written into its record as they are. */
abstract class SpecialPaper extends PaperTask {

    /** The step of this paper, named like its task. */
    static Step<InspectionState> step(DelegateTask task, FilledPaper paper, InspectionState from, InspectionState to) {
        return Step.of(task.getTaskDefinitionKey(), task.getName(), paper.by().actor(), from, to)
                .with(paper.written(), paper.photos());
    }
}
