package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.closure.Criterion;
import io.wubu.closure.Penalty;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.records.Records;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 申请销号: goal and measures come from the plan; the answers say which criteria are met. */
@Component("applyForClosure")
class ApplyForClosure extends PaperTask {

    private final Closures closures;
    private final Records records;

    ApplyForClosure(Closures closures, Records records) {
        this.closures = closures;
        this.records = records;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var filled = new HashMap<String, Object>();
        records.of(task.number()).stream()
                .filter(entry -> entry.step().equals("draftPlan"))
                .reduce((first, second) -> second)
                .ifPresent(plan -> {
                    filled.put("goal", plan.content().getOrDefault("整改目标", ""));
                    filled.put("measures", measures(plan.content().get("整改措施")));
                });
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        closures.apply(number(task), met(paper), penalty(paper), paper.forRecord());
    }

    private static List<Map<String, Object>> measures(@Nullable Object planned) {
        var measures = new ArrayList<Map<String, Object>>();
        if (planned instanceof List<?> rows) {
            for (var row : rows) {
                if (row instanceof Map<?, ?> measure && measure.get("措施") instanceof String text) {
                    measures.add(Map.of("text", text));
                }
            }
        }
        return measures;
    }

    private static Set<Criterion> met(FilledPaper paper) {
        var met = EnumSet.noneOf(Criterion.class);
        add(
                met,
                Criterion.MEASURES,
                paper.rows("measures").stream().allMatch(row -> Boolean.TRUE.equals(row.get("done"))));
        add(met, Criterion.VIOLATIONS, penalty(paper).isDecided());
        add(met, Criterion.EFFECT, paper.is("effect", "MET"));
        add(met, Criterion.SIMILAR, !paper.is("similar", "OPEN"));
        add(met, Criterion.SOURCE, paper.is("source", "DONE"));
        return met;
    }

    private static void add(Set<Criterion> met, Criterion criterion, boolean is) {
        if (is) {
            met.add(criterion);
        }
    }

    private static Penalty penalty(FilledPaper paper) {
        return Penalty.valueOf(paper.text("penalty"));
    }
}
