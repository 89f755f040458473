package io.wubu.flow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Evaluates a decision table of bpmn/rules outside a process: limits, proposals for a form. Decisions that route a
 * process are business rule tasks, whose inputs and outputs the engine keeps.
 */
@Component
public class Rules {

    private final DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();

    /** The outputs of the matching rules of {@code bpmn/rules/<file>.dmn}, in their order. */
    public List<RuleResult> evaluate(String file, Map<String, Object> inputs) {
        var table = tables.computeIfAbsent(file, this::parse);
        return engine.evaluateDecisionTable(table, inputs).getResultList().stream()
                .map(RuleResult::new)
                .toList();
    }

    /** The outputs of the one matching rule; an error if none matches. */
    public RuleResult one(String file, Map<String, Object> inputs) {
        var results = evaluate(file, inputs);
        if (results.isEmpty()) {
            throw new IllegalStateException("no rule of " + file + " matches " + inputs);
        }
        return results.get(0);
    }

    private DmnDecision parse(String file) {
        try (InputStream model = new ClassPathResource("bpmn/rules/" + file + ".dmn").getInputStream()) {
            return engine.parseDecisions(model).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
