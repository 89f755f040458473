package io.wubu.flow.rules;

import io.wubu.flow.rules.Evaluation.Match;
import io.wubu.sources.Sources;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.stereotype.Component;

/**
 * The one door to the decision tables, which are asked as they are deployed. Who <em>rules</em> leaves a ruling with the
 * case; who <em>foresees</em>, for a form, a list or a date that may come, leaves nothing. What a model asks by a business
 * rule task is a ruling too ({@link EngineRulings}).
 */
@Component
public class Rules {

    /** A table answers the same question always the same: so many answers are kept. */
    private static final int KEPT = 5000;

    private final Tables tables;
    private final Sources sources;
    private final RulingWords words;
    private final RulingBook book;
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> last = new ThreadLocal<>();
    private final DmnEngine engine;
    private final Map<Asked, Evaluation> answers = new ConcurrentHashMap<>();

    Rules(Tables tables, Sources sources, RulingWords words, RulingBook book) {
        this.tables = tables;
        this.sources = sources;
        this.words = words;
        this.book = book;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(last::set);
        engine = configuration.buildEngine();
    }

    /** Decides an act of a case: the matching rows, in their order; the ruling is left with the case. */
    public List<RuleResult> rule(Question question, Occasion occasion) {
        var table = tables.latest(question.table());
        var said = answer(table, question);
        book.leave(said.on(question.day()), table, occasion, question.day());
        return results(said);
    }

    /** The same where one row must match. */
    public RuleResult ruleOne(Question question, Occasion occasion) {
        return one(question, rule(question, occasion));
    }

    /** What the table would say; no case learns of it. */
    public List<RuleResult> foresee(Question question) {
        return results(answer(tables.lately(question.table()), question));
    }

    /** The same where one row must match. */
    public RuleResult foreseeOne(Question question) {
        return one(question, foresee(question));
    }

    private static RuleResult one(Question question, List<RuleResult> results) {
        if (results.isEmpty()) {
            throw new IllegalStateException("no row matches " + question);
        }
        return results.get(0);
    }

    private Evaluation answer(Table table, Question question) {
        if (answers.size() >= KEPT) {
            answers.clear();
        }
        return answers.computeIfAbsent(new Asked(table.id(), table.asked(question)), asked -> {
            engine.evaluateDecisionTable(table.decision(), asked.inputs());
            try {
                return Evaluation.of(last.get(), table, words);
            } finally {
                last.remove();
            }
        });
    }

    private List<RuleResult> results(Evaluation said) {
        return said.matches().stream().map(this::result).toList();
    }

    private RuleResult result(Match match) {
        return new RuleResult(match.outputs(), match.row(), sources.cited(match.sources()));
    }

    /** A version of a table and what it is asked. */
    private record Asked(String definitionId, Map<String, Object> inputs) {}
}
