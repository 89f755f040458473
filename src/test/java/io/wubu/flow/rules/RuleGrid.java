package io.wubu.flow.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** A decision table as a grid: its cells, and the values of each input that make a difference to one of them. */
final class RuleGrid {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** What no table names. */
    private static final String STRANGER = "表里没有的";

    private static final FeelEngine FEEL = feel();
    private static final Map<String, Boolean> ANSWERS = new HashMap<>();

    private final DecisionTable table;
    private final List<String> inputs;
    private final List<String> types;
    private final List<String> outputs;
    private final List<Row> rows;

    /** A rule: id, input cells and output cells. */
    record Row(String id, List<String> tests, Map<String, String> outputs) {

        List<String> sources() {
            return RuleResult.keys(outputs.getOrDefault(RuleResult.SOURCE, "").replace("\"", ""));
        }
    }

    private RuleGrid(DecisionTable table) {
        this.table = table;
        inputs = table.getInputs().stream()
                .map(Input::getInputExpression)
                .map(expression -> expression.getText().getTextContent())
                .toList();
        types = table.getInputs().stream()
                .map(input -> input.getInputExpression().getTypeRef())
                .toList();
        outputs = table.getOutputs().stream().map(Output::getName).toList();
        rows = table.getRules().stream()
                .map(rule -> new Row(
                        rule.getId(),
                        rule.getInputEntries().stream()
                                .map(entry -> entry.getText().getTextContent().strip())
                                .toList(),
                        named(rule.getOutputEntries().stream()
                                .map(entry -> entry.getText().getTextContent())
                                .toList())))
                .toList();
    }

    static RuleGrid read(Path file) {
        return new RuleGrid(Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next());
    }

    List<Row> rows() {
        return rows;
    }

    List<String> outputs() {
        return outputs;
    }

    HitPolicy hitPolicy() {
        return table.getHitPolicy();
    }

    /** The texts in the cells of an input or output. */
    List<String> texts(String column) {
        var texts = new LinkedHashSet<String>();
        rows.forEach(row -> {
            var cell = inputs.contains(column)
                    ? row.tests().get(inputs.indexOf(column))
                    : row.outputs().get(column);
            TEXT.matcher(cell == null ? "" : cell).results().forEach(found -> texts.add(found.group(1)));
        });
        return List.copyOf(texts);
    }

    /** The dates in the cells. */
    List<LocalDate> days() {
        return inputs.contains(Question.ON_DAY)
                ? texts(Question.ON_DAY).stream().map(LocalDate::parse).toList()
                : List.of();
    }

    /** Whether a row may apply on that day. */
    boolean matchesDay(Row row, LocalDate day) {
        var column = inputs.indexOf(Question.ON_DAY);
        return column < 0 || test(row.tests().get(column), day.toString());
    }

    /** Rows that differ in nothing but their days. */
    Map<List<String>, List<Row>> matters() {
        var column = inputs.indexOf(Question.ON_DAY);
        return rows.stream().collect(Collectors.groupingBy(row -> {
            var others = new ArrayList<>(row.tests());
            if (column >= 0) {
                others.remove(column);
            }
            return List.copyOf(others);
        }));
    }

    boolean matches(Row row, List<Object> values) {
        for (var i = 0; i < values.size(); i++) {
            if (!test(row.tests().get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is asked that a closed column does not name. */
    boolean isKnown(List<Object> values) {
        for (var i = 0; i < values.size(); i++) {
            var column = i;
            if (values.get(i).equals(STRANGER)
                    && rows.stream().noneMatch(row -> row.tests().get(column).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** All combinations of the values that make a difference. */
    List<List<Object>> combinations() {
        var all = List.of(List.<Object>of());
        for (var i = 0; i < inputs.size(); i++) {
            var values = values(i);
            all = all.stream()
                    .flatMap(start -> values.stream().map(value -> {
                        var longer = new ArrayList<>(start);
                        longer.add(value);
                        return List.copyOf(longer);
                    }))
                    .toList();
        }
        return all;
    }

    private List<Object> values(int column) {
        return switch (types.get(column)) {
            case "boolean" -> List.of(true, false);
            case "string" -> inputs.get(column).equals(Question.ON_DAY) ? dayValues() : textValues(column);
            default -> numberValues(column);
        };
    }

    private List<Object> textValues(int column) {
        var values = new ArrayList<Object>(texts(inputs.get(column)));
        values.add(STRANGER);
        return values;
    }

    /** The days that make a difference. */
    List<Object> dayValues() {
        var values = new TreeSet<String>();
        days().forEach(day -> {
            values.add(day.minusDays(1).toString());
            values.add(day.toString());
            values.add(day.plusDays(1).toString());
        });
        return List.copyOf(values);
    }

    private List<Object> numberValues(int column) {
        var values = new TreeSet<Double>();
        values.add(0.0);
        rows.forEach(row -> NUMBER.matcher(row.tests().get(column)).results().forEach(found -> {
            var number = Double.parseDouble(found.group());
            values.add(number);
            values.add(number + 1);
            values.add(Math.max(0, number - 0.1));
        }));
        return List.copyOf(values);
    }

    private static boolean test(String cell, Object value) {
        return cell.isEmpty()
                || ANSWERS.computeIfAbsent(
                        cell + "|" + value,
                        key -> FEEL.evaluateSimpleUnaryTests(
                                cell,
                                "cellInput",
                                Variables.createVariables()
                                        .putValue("cellInput", value)
                                        .asVariableContext()));
    }

    private Map<String, String> named(List<String> cells) {
        var named = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            named.put(outputs.get(i), cells.get(i));
        }
        return named;
    }

    private static FeelEngine feel() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.buildEngine();
        return configuration.getFeelEngine();
    }

    @Override
    public String toString() {
        return table.getId();
    }
}
