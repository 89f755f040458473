package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.closure.Notice;
import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problems;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 公示: not shorter than the limit for it, the first day not counted. */
@Component("publishNotice")
class PublishNotice extends PaperTask {

    private final Closures closures;
    private final Problems problems;
    private final Deadlines deadlines;
    private final LawClock clock;

    PublishNotice(Closures closures, Problems problems, Deadlines deadlines, LawClock clock) {
        this.closures = closures;
        this.problems = problems;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var today = clock.today();
        return Map.of(
                "startsOn",
                today.toString(),
                "endsOn",
                earliestEnd(task.number(), today).toString());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var notice = new Notice(paper.date("startsOn"), paper.date("endsOn"), paper.choices("channels"));
        var earliest = earliestEnd(number(task), notice.startsOn());
        if (notice.endsOn().isBefore(earliest)) {
            var limit = deadlines.limit("publicNotice").chinese();
            throw new RuleBroken("endsOn", "limit", "“公示末日”：公示不少于%s，不能早于 %s".formatted(limit, earliest));
        }
        closures.publish(number(task), notice, paper.forRecord());
    }

    private LocalDate earliestEnd(String number, LocalDate start) {
        var region = problems.get(number).regionCode();
        return clock.dateOf(clock.due(clock.endOfOffice(start, region), deadlines.limit("publicNotice"), region));
    }
}
