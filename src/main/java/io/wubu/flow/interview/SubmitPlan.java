package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirement;
import io.wubu.interviews.Requirements;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 整改方案: at least one measure for each requirement, none later than the requirement's date (rule book 5.10). */
@Component("submitPlan")
class SubmitPlan extends InterviewPaper {

    private final Interviews interviews;
    private final Requirements requirements;

    SubmitPlan(Interviews interviews, Requirements requirements) {
        this.interviews = interviews;
        this.requirements = requirements;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of(
                "measures",
                requirements.of(task.number()).stream()
                        .map(requirement -> Map.of(
                                "requirementNo",
                                requirement.no(),
                                "dueDate",
                                requirement.dueOn().toString()))
                        .toList());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        check(paper, task);
        interviews.move(number(task), step(task, paper, InterviewState.PLANNING, InterviewState.FOLLOWING));
    }

    private void check(FilledPaper paper, DelegateTask task) {
        var dates =
                requirements.of(number(task)).stream().collect(Collectors.toMap(Requirement::no, Requirement::dueOn));
        var missing = new HashSet<>(dates.keySet());
        for (var measure : paper.rows("measures")) {
            var no = measure.get("requirementNo") instanceof Number given ? given.intValue() : 0;
            var limit = dates.get(no);
            if (limit == null) {
                throw new RuleBroken("measures", "unknown", "“整改措施”：没有第 %d 项整改要求".formatted(no));
            }
            if (measure.get("dueDate") instanceof LocalDate due && due.isAfter(limit)) {
                throw new RuleBroken("measures", "late", "“整改措施”：第 %d 项要求的措施不能晚于 %s".formatted(no, limit));
            }
            missing.remove(no);
        }
        if (!missing.isEmpty()) {
            throw new RuleBroken("measures", "missing", "“整改措施”：第 %s 项要求还没有措施".formatted(missing));
        }
    }
}
