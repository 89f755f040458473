package io.wubu.flow.rules;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A version of a decision table, ready to be asked.
 *
 * @param id the definition's id
 * @param inputNames the expression of each input, by the input's id
 * @param named the texts the cells of each input name, by the input's expression, in the order of the rows
 */
record Table(
        String id, int version, DmnDecision decision, Map<String, String> inputNames, Map<String, List<String>> named) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final DmnEngine PARSER = new DefaultDmnEngineConfiguration().buildEngine();

    static Table read(String id, int version, byte[] model) {
        var decision = PARSER.parseDecisions(new ByteArrayInputStream(model)).get(0);
        var instance = Dmn.readModelFromStream(new ByteArrayInputStream(model));
        var names = new HashMap<String, String>();
        var named = new HashMap<String, List<String>>();
        var column = 0;
        for (var input : instance.getModelElementsByType(Input.class)) {
            var name = input.getInputExpression().getText().getTextContent();
            names.put(input.getId(), name);
            named.put(name, texts(instance.getModelElementsByType(Rule.class), column));
            column++;
        }
        return new Table(id, version, decision, names, named);
    }

    private static List<String> texts(Collection<Rule> rules, int column) {
        var texts = new LinkedHashSet<String>();
        for (var rule : rules) {
            var cell = List.copyOf(rule.getInputEntries()).get(column);
            QUOTED.matcher(cell.getText().getTextContent()).results().forEach(found -> texts.add(found.group(1)));
        }
        return List.copyOf(texts);
    }

    String key() {
        return decision.getKey();
    }

    String name() {
        return decision.getName();
    }
}
