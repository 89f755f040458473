package io.wubu.flow.extension;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Problems;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 县区领导审批延期: one of the two approvals an extension needs. */
@Component("approveExtension")
class ApproveExtension extends PaperTask {

    private final Problems problems;

    ApproveExtension(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("newDate", task.variable("newDate"));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        problems.note(
                number(task), "approveExtension", "县区领导审批延期", paper.by().actor(), paper.written(), paper.photos());
        task.setVariable("extensionApproved", paper.is("decision", "APPROVE"));
    }
}
