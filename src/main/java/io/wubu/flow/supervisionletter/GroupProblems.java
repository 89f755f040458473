package io.wubu.flow.supervisionletter;

import io.wubu.lawclock.LawClock;
import io.wubu.letters.LetterLine;
import io.wubu.letters.LetterLines;
import io.wubu.letters.Letters;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.RoundProblems;
import io.wubu.regions.Regions;
import java.util.ArrayList;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总问题 (rule book 3.1): the round's problems in the city become the letter's list. */
@Component("groupProblems")
class GroupProblems implements JavaDelegate {

    private final Letters letters;
    private final LetterLines lines;
    private final RoundProblems found;
    private final Problems problems;
    private final Regions regions;
    private final LawClock clock;
    private final LetterRecord record;

    GroupProblems(
            Letters letters,
            LetterLines lines,
            RoundProblems found,
            Problems problems,
            Regions regions,
            LawClock clock,
            LetterRecord record) {
        this.letters = letters;
        this.lines = lines;
        this.found = found;
        this.problems = problems;
        this.regions = regions;
        this.clock = clock;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = letters.get(execution.getProcessBusinessKey());
        var list = new ArrayList<LetterLine>();
        for (var number : found.of(letter.roundCode(), letter.cityCode())) {
            list.add(line(list.size() + 1, problems.get(number)));
        }
        lines.list(letter.number(), list);
        record.append(letter.number(), "groupProblems", "汇总问题", Map.of("问题数", list.size()));
    }

    private LetterLine line(int seq, Problem problem) {
        return new LetterLine(
                problem.number(),
                seq,
                regions.get(problem.regionCode()).name(),
                problem.siteName(),
                problem.problemType(),
                problem.description(),
                problem.dueAt() == null ? null : clock.dateOf(problem.dueAt()),
                null,
                null,
                null);
    }
}
