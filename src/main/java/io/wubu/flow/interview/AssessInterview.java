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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 评估: passed, given new dates for what is unfulfilled, or failed; a failed or passed interview is over. */
@Component("assessInterview")
class AssessInterview extends InterviewPaper {

    private final Interviews interviews;
    private final Requirements requirements;
    private final LawClock clock;

    AssessInterview(Interviews interviews, Requirements requirements, LawClock clock) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of(
                "extensions",
                unfulfilled(task.number()).stream()
                        .map(requirement -> Map.of("requirementNo", requirement.no(), "text", requirement.text()))
                        .toList());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        var decision = paper.text("decision");
        switch (decision) {
            case "PASS" -> pass(number, paper, task);
            case "EXTEND" -> extend(number, paper, task);
            default -> close(number, paper, task, InterviewState.FAILED);
        }
        task.setVariable("assessment", decision);
    }

    private void pass(String number, FilledPaper paper, DelegateTask task) {
        if (!unfulfilled(number).isEmpty()) {
            throw new RuleBroken("decision", "unfulfilled", "“评估结论”：还有未完成的整改要求，不能评为合格");
        }
        close(number, paper, task, InterviewState.PASSED);
    }

    private void close(String number, FilledPaper paper, DelegateTask task, InterviewState to) {
        interviews.move(number, step(task, paper, InterviewState.FOLLOWING, to).setting("closed_at", clock.now()));
    }

    private void extend(String number, FilledPaper paper, DelegateTask task) {
        var dates = new TreeMap<Integer, LocalDate>();
        for (var row : paper.rows("extensions")) {
            if (row.get("requirementNo") instanceof Number no && row.get("newDate") instanceof LocalDate date) {
                dates.put(no.intValue(), date);
            }
        }
        var open = unfulfilled(number).stream().map(Requirement::no).toList();
        if (open.isEmpty() || !List.copyOf(dates.keySet()).equals(open)) {
            throw new RuleBroken("extensions", "open", "“展期”：未完成的整改要求应逐项给出新时限：" + open);
        }
        interviews.move(number, step(task, paper, InterviewState.FOLLOWING, InterviewState.FOLLOWING));
        requirements.extend(number, dates);
    }

    private List<Requirement> unfulfilled(String number) {
        return requirements.of(number).stream()
                .filter(requirement -> !requirement.fulfilled())
                .toList();
    }
}
