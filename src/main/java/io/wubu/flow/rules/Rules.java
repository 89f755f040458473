package io.wubu.flow.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Evaluates a decision table of bpmn/rules outside a process: limits, proposals for a form. Decisions that route a
 * process are business rule tasks, whose inputs and outputs the engine keeps.
 */
@Component
public class Rules {

    private final ThreadLocal<List<String>> matched = ThreadLocal.withInitial(ArrayList::new);
    private final DmnEngine engine;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    Rules() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
        engine = configuration.buildEngine();
    }

    /** The outputs of the matching rules of {@code bpmn/rules/<file>.dmn}, in their order. */
    public List<RuleResult> evaluate(String file, Map<String, Object> inputs) {
        var table = tables.computeIfAbsent(file, this::parse);
        var rules = matched.get();
        rules.clear();
        var rows = engine.evaluateDecisionTable(table.decision(), inputs).getResultList();
        var results = new ArrayList<RuleResult>();
        for (var i = 0; i < rows.size(); i++) {
            var source = i < rules.size() ? table.sources().getOrDefault(rules.get(i), "") : "";
            results.add(new RuleResult(rows.get(i), source));
        }
        return results;
    }

    /** The outputs of the one matching rule; an error if none matches. */
    public RuleResult one(String file, Map<String, Object> inputs) {
        var results = evaluate(file, inputs);
        if (results.isEmpty()) {
            throw new IllegalStateException("no rule of " + file + " matches " + inputs);
        }
        return results.get(0);
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> matched.get().add(rule.getId()));
    }

    private Table parse(String file) {
        try (var stream = new ClassPathResource("bpmn/rules/" + file + ".dmn").getInputStream()) {
            var bytes = stream.readAllBytes();
            var decision =
                    engine.parseDecisions(new ByteArrayInputStream(bytes)).get(0);
            var sources = new HashMap<String, String>();
            Dmn.readModelFromStream(new ByteArrayInputStream(bytes))
                    .getModelElementsByType(Rule.class)
                    .forEach(rule -> rule.getChildElementsByType(Description.class)
                            .forEach(text -> sources.put(rule.getId(), text.getTextContent())));
            return new Table(decision, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A parsed table and what its rules say about where they come from. */
    private record Table(DmnDecision decision, Map<String, String> sources) {}
}
