package io.wubu.flow.extension;

import io.wubu.flow.engine.RectificationDates;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problems;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 改定时限: the new date goes into ledger, task and timers in one transaction; the original date is kept. */
@Component("extendDeadline")
class ExtendDeadline implements JavaDelegate {

    private final RectificationDates dates;
    private final Problems problems;
    private final LawClock clock;

    ExtendDeadline(RectificationDates dates, Problems problems, LawClock clock) {
        this.dates = dates;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var due = clock.endOfOffice(LocalDate.parse((String) execution.getVariable("newDate")));
        problems.flag(number, "EXTENDED");
        problems.note(
                number,
                "extendDeadline",
                "改定时限",
                Actor.SYSTEM,
                Map.of("原时限", String.valueOf(problems.get(number).dueAt()), "新时限", due.toString()),
                List.of());
        dates.move(number, due);
    }
}
