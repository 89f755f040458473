package io.wubu.flow.urging;

import io.wubu.flow.engine.FilledPaper;
import io.wubu.flow.engine.OpenTask;
import io.wubu.flow.engine.PaperTask;
import io.wubu.problems.Problems;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督促办理: the superior writes what he demands; it stands in the case record. */
@Component("urge")
class Urge extends PaperTask {

    private final Problems problems;

    Urge(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("urgedName", task.variable("urgedName"));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        if (problems.find(number(task)).isPresent()) {
            problems.note(number(task), "urge", "督促办理", paper.by().actor(), paper.written(), paper.photos());
        }
    }
}
