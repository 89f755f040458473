package io.wubu.flow.rules;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;

/**
 * A version of a decision table, ready to be asked.
 *
 * @param id the definition's id
 * @param inputNames the expression of each input, by the input's id
 */
record Table(String id, int version, DmnDecision decision, Map<String, String> inputNames) {

    private static final DmnEngine PARSER = new DefaultDmnEngineConfiguration().buildEngine();

    static Table read(String id, int version, byte[] model) {
        var decision = PARSER.parseDecisions(new ByteArrayInputStream(model)).get(0);
        var names =
                Dmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementsByType(Input.class).stream()
                        .collect(Collectors.toMap(
                                Input::getId,
                                input -> input.getInputExpression().getText().getTextContent()));
        return new Table(id, version, decision, names);
    }

    String key() {
        return decision.getKey();
    }

    String name() {
        return decision.getName();
    }
}
