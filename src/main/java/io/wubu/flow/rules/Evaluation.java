package io.wubu.flow.rules;

import io.wubu.rulings.Ruled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** What a table made of its inputs: the matching rows, none of them at times. */
record Evaluation(List<Ruled> inputs, List<Match> matches) {

    /** A matching row, its outputs as they are asked for and as they are kept. */
    record Match(String row, LinkedHashMap<String, Object> outputs, List<Ruled> result) {

        List<String> sources() {
            return RuleResult.keys(outputs.get(RuleResult.SOURCE));
        }
    }

    static Evaluation of(DmnDecisionTableEvaluationEvent event, Table table, RulingWords words) {
        var inputs = event.getInputs().stream()
                .map(input -> {
                    var name = table.inputNames().getOrDefault(input.getId(), input.getName());
                    return words.ruled(name, input.getName(), input.getValue().getValue());
                })
                .toList();
        return new Evaluation(
                inputs,
                event.getMatchingRules().stream()
                        .map(rule -> match(rule, words))
                        .toList());
    }

    /** The same, said of that very day. */
    Evaluation on(LocalDate day) {
        var asked = inputs.stream()
                .map(input -> input.name().equals(Question.ON_DAY)
                        ? new Ruled(input.name(), input.label(), day.toString(), day.toString())
                        : input)
                .toList();
        return new Evaluation(asked, matches);
    }

    private static Match match(DmnEvaluatedDecisionRule rule, RulingWords words) {
        var outputs = new LinkedHashMap<String, Object>();
        var result = new ArrayList<Ruled>();
        rule.getOutputEntries().values().forEach(output -> {
            var value = output.getValue().getValue();
            outputs.put(output.getOutputName(), value);
            if (!output.getOutputName().equals(RuleResult.SOURCE)) {
                result.add(words.ruled(output.getOutputName(), output.getName(), value));
            }
        });
        return new Match(rule.getId(), outputs, result);
    }
}
