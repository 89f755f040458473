package io.wubu.z;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Paths;
import io.wubu.WubuTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The process tests pass every flow node and every answer of every gateway. Runs last (classes run in alphabetical order), so
 * that they have usually run before; run alone, it runs them itself.
 */
class EveryPathIT extends WubuTest {

    @Test
    void everyFlowNodeAndEveryConditionalFlowWasPassed() throws IOException {
        var expected = new TreeSet<String>();
        try (var models = Files.list(Path.of("bpmn"))) {
            models.filter(path -> path.toString().endsWith(".bpmn")).forEach(path -> collect(path, expected));
        }

        if (!Paths.PASSED.containsAll(expected)) {
            assertThat(failuresOfTheProcessTests()).isEmpty();
        }
        var missed = new TreeSet<>(expected);
        missed.removeAll(Paths.PASSED);

        assertThat(missed).as("passed by no test").isEmpty();
    }

    private static List<String> failuresOfTheProcessTests() {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectPackage("io.wubu.flow"))
                                .filters(
                                        ClassNameFilter.includeClassNamePatterns(".*IT"),
                                        PackageNameFilter.excludePackageNames(
                                                "io.wubu.flow.instants", "io.wubu.flow.guard"))
                                .build(),
                        summary);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .toList();
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
