package io.wubu.z;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Paths;
import io.wubu.WubuTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/**
 * Runs last (classes run in alphabetical order): the process tests before it have passed every flow node and every
 * answer of every gateway. It can't pass alone.
 */
class EveryPathIT extends WubuTest {

    @Test
    void everyFlowNodeAndEveryConditionalFlowWasPassed() throws IOException {
        var expected = new TreeSet<String>();
        try (var models = Files.list(Path.of("bpmn"))) {
            models.filter(path -> path.toString().endsWith(".bpmn")).forEach(path -> collect(path, expected));
        }

        var missed = new TreeSet<>(expected);
        missed.removeAll(Paths.PASSED);

        assertThat(missed).as("passed by no test").isEmpty();
    }

    private static void collect(Path file, TreeSet<String> expected) {
        var model = Bpmn.readModelFromFile(file.toFile());
        var process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        model.getModelElementsByType(FlowNode.class).forEach(node -> expected.add(process + "/" + node.getId()));
        model.getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .forEach(flow -> expected.add(process + "/" + flow.getId()));
    }
}
