package io.wubu.flow.urging;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problems;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督促办理: the superior writes what he demands; it stands in the case record. */
@Component("urge")
class Urge extends PaperTask {

    private final Problems problems;
    private final Records records;
    private final LawClock clock;

    Urge(Problems problems, Records records, LawClock clock) {
        this.problems = problems;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("urgedName", task.variable("urgedName"));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        var by = paper.by().actor();
        if (problems.find(number).isPresent()) {
            problems.note(number, "urge", "督促办理", by, paper.written(), paper.photos());
        } else {
            records.append(new Entry(
                    number, "urge", "督促办理", by, clock.now(), null, null, paper.written(), paper.photos(), null));
        }
    }
}
