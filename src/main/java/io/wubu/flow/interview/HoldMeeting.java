package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirement;
import io.wubu.interviews.Requirements;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 约谈会: problems, explanation, requirements with dates, commitment; an absent principal puts it off once. */
@Component("holdMeeting")
class HoldMeeting extends InterviewPaper {

    private final Interviews interviews;
    private final Requirements requirements;
    private final InterviewSummary summary;
    private final LawClock clock;

    HoldMeeting(Interviews interviews, Requirements requirements, InterviewSummary summary, LawClock clock) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.summary = summary;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of(
                "heldOn",
                clock.today().toString(),
                "problemsStated",
                summary.listed(task.number()),
                "requirements",
                interviews.openProblems(task.number()).stream()
                        .map(problem -> Map.of("problem", problem))
                        .toList());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        var outcome = paper.text("outcome");
        checkOutcome(outcome, interviews.get(number).rescheduled());
        if (outcome.equals("RESCHEDULED")) {
            interviews.move(
                    number,
                    step(task, paper, InterviewState.MEETING, InterviewState.NOTIFYING)
                            .setting("rescheduled", true));
        } else {
            var made = requirements(number, paper);
            interviews.move(
                    number,
                    step(task, paper, InterviewState.MEETING, InterviewState.MINUTING)
                            .setting("held_on", paper.date("heldOn")));
            requirements.make(number, made);
        }
        task.setVariable("meeting", outcome);
    }

    private static void checkOutcome(String outcome, boolean rescheduled) {
        if (outcome.equals("RESCHEDULED") && rescheduled) {
            throw new RuleBroken("outcome", "once", "“到会情况”：已改期一次，主要负责人再次缺席的照常约谈并上报");
        }
        if (outcome.equals("REPORTED") && !rescheduled) {
            throw new RuleBroken("outcome", "first", "“到会情况”：主要负责人首次缺席的，应改期一次");
        }
    }

    private List<Requirement> requirements(String number, FilledPaper paper) {
        var joined = interviews.openProblems(number);
        var made = new ArrayList<Requirement>();
        for (var row : paper.rows("requirements")) {
            var no = made.size() + 1;
            var problem = problem(row.get("problem"));
            if (problem != null && !joined.contains(problem)) {
                throw fault("第%d项的“问题编号”不在本次约谈中：%s".formatted(no, problem));
            }
            if (!(row.get("dueDate") instanceof LocalDate due) || !due.isAfter(paper.date("heldOn"))) {
                throw fault("第%d项的时限应晚于约谈会日期".formatted(no));
            }
            made.add(Requirement.of(no, String.valueOf(row.get("text")), due, problem));
        }
        return made;
    }

    private static @Nullable String problem(@Nullable Object written) {
        return written == null ? null : written.toString();
    }

    private static RuleBroken fault(String sentence) {
        return new RuleBroken("requirements", "row", "“整改要求”：" + sentence);
    }
}
