package io.wubu.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputClause;
import org.junit.jupiter.api.Test;

/** What a decision table says in days is whole: a fraction is an error where it is read, never cut off. */
class WholeNumbersTest {

    @Test
    void aFractionOfARuleIsAnErrorAndNotItsWholePart() {
        assertThat(new RuleResult(Map.of("amount", 7.0), "").integer("amount")).isEqualTo(7);
        for (Object wrong : new Object[] {7.5, "7.5", "7,5", "七", 1e12}) {
            assertThatThrownBy(() -> new RuleResult(Map.of("amount", wrong), "").integer("amount"))
                    .as("%s", wrong)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("amount is no whole number");
        }
    }

    @Test
    void everyLimitOfEveryTableIsOne() throws IOException {
        var seen = 0;
        try (var files = Files.list(Path.of("bpmn/rules"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                for (var table : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class)) {
                    seen += limits(file, table);
                }
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    private static int limits(Path file, DecisionTable table) {
        var names = table.getOutputs().stream().map(OutputClause::getName).toList();
        var amount = names.indexOf("amount");
        var unit = names.indexOf("unit");
        if (amount < 0 || unit < 0 || file.endsWith("reminder-policy.dmn")) {
            return 0;
        }
        var seen = 0;
        for (var rule : table.getRules()) {
            var entries = rule.getOutputEntries().stream()
                    .map(entry -> entry.getTextContent().strip().replace("\"", ""))
                    .toList();
            if (!entries.get(amount).isEmpty() && !entries.contains("NONE")) {
                var limit =
                        new Limit(Integer.parseInt(entries.get(amount)), LimitUnit.valueOf(entries.get(unit)), false);
                assertThat(limit.chinese()).as("%s %s", file, rule.getId()).isNotBlank();
                seen++;
            }
        }
        return seen;
    }
}
