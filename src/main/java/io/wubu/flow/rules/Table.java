package io.wubu.flow.rules;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;

/**
 * A version of a decision table, ready to be asked.
 *
 * @param id the definition's id
 * @param inputNames the expression of each input, by the input's id
 * @param borders the days on which an answer may begin to differ from that of the day before
 */
record Table(
        String id, int version, DmnDecision decision, Map<String, String> inputNames, NavigableSet<LocalDate> borders) {

    private static final Pattern DAY = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2})\"");
    private static final DmnEngine PARSER = new DefaultDmnEngineConfiguration().buildEngine();

    static Table read(String id, int version, byte[] model) {
        var decision = PARSER.parseDecisions(new ByteArrayInputStream(model)).get(0);
        var instance = Dmn.readModelFromStream(new ByteArrayInputStream(model));
        var names = instance.getModelElementsByType(Input.class).stream()
                .collect(Collectors.toMap(
                        Input::getId,
                        input -> input.getInputExpression().getText().getTextContent()));
        var borders = new TreeSet<LocalDate>();
        for (var cell : instance.getModelElementsByType(InputEntry.class)) {
            DAY.matcher(cell.getText().getTextContent()).results().forEach(found -> {
                var day = LocalDate.parse(found.group(1));
                borders.add(day);
                borders.add(day.plusDays(1));
            });
        }
        return new Table(id, version, decision, names, borders);
    }

    /** The inputs of a question that this table looks at, with one day for all on which it says the same. */
    Map<String, Object> asked(Question question) {
        var inputs = new HashMap<>(question.inputs());
        inputs.keySet().retainAll(inputNames.values());
        var border = borders.floor(question.day());
        var same =
                border != null || borders.isEmpty() ? border : borders.first().minusDays(1);
        if (same != null) {
            inputs.replace(Question.ON_DAY, same.toString());
        }
        return inputs;
    }

    String key() {
        return decision.getKey();
    }

    String name() {
        return decision.getName();
    }
}
