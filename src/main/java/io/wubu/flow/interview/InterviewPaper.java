package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.interviews.InterviewState;
import io.wubu.records.Step;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What all papers of an interview have in common: they are written into its record as they are. */
abstract class InterviewPaper extends PaperTask {

    /** The step of this paper, named like its task. */
    static Step<InterviewState> step(DelegateTask task, FilledPaper paper, InterviewState from, InterviewState to) {
        return Step.of(task.getTaskDefinitionKey(), task.getName(), paper.by().actor(), from, to)
                .with(paper.written(), paper.photos());
    }
}
