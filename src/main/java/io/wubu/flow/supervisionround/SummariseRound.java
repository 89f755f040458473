package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Rounds;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.RoundProblems;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 轮次小结 (rule book 1.10): counts by city and type; only once every finding of the round is reviewed. */
@Component("summariseRound")
class SummariseRound extends PaperTask {

    private final Rounds rounds;
    private final RoundProblems found;
    private final Regions regions;
    private final RoundRecord record;
    private final LawClock clock;

    SummariseRound(Rounds rounds, RoundProblems found, Regions regions, RoundRecord record, LawClock clock) {
        this.rounds = rounds;
        this.found = found;
        this.regions = regions;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var round = RoundNumber.parse(task.number()).round();
        return Map.of(
                "countsByCity",
                lines(found.byCity(round), code -> regions.get(code).name()),
                "countsByType",
                lines(found.byType(round), type -> type));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = RoundNumber.parse(number(task));
        var undecided = found.undecided(number.round());
        if (undecided > 0) {
            throw new RuleBroken("summary", "undecided", "“轮次小结”：本轮次还有 " + undecided + " 个问题未上报或未审核，审核后再小结");
        }
        rounds.close(number.round(), paper.text("summary"), clock.now());
        record.append(number, "summariseRound", "轮次小结", paper.by().actor(), paper.written(), paper.photos());
    }

    private static String lines(Map<String, Integer> counts, UnaryOperator<String> name) {
        return counts.isEmpty()
                ? "无"
                : counts.entrySet().stream()
                        .map(count -> name.apply(count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
