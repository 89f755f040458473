package io.wubu.flow.extension;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Problems;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 市整改办审批延期: one of the two approvals an extension needs. */
@Component("confirmExtension")
class ConfirmExtension extends PaperTask {

    private final Problems problems;

    ConfirmExtension(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("newDate", task.variable("newDate"));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.note(
                number(task), "confirmExtension", "市整改办审批延期", paper.by().actor(), paper.written(), paper.photos());
        task.setVariable("extensionApproved", paper.is("decision", "APPROVE"));
    }
}
