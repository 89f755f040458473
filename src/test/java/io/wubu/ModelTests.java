package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** The models are wired: beans, forms, decisions and limits they name exist, and nothing lies about unused. */
class ModelTests {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final Pattern CALLED_BEAN = Pattern.compile("\\$\\{!?(\\w+)\\.\\w+\\(");
    private static final Pattern LIMIT = Pattern.compile("deadline\\.of\\(execution, '(\\w+)'\\)");
    private static final Pattern COMPONENT = Pattern.compile("@Component\\(\"(\\w+)\"\\)");
    private static final Pattern BEAN = Pattern.compile("TaskListener (\\w+)\\(");
    private static final Pattern GENERATED = Pattern.compile("(Activity|Gateway|Event|Flow)_[0-9a-z]{7}");

    private final List<Path> models = files("bpmn", ".bpmn");
    private final List<Path> tables = files("bpmn/rules", ".dmn");

    @Test
    void aFileIsNamedAfterItsProcess() {
        for (var model : models) {
            assertThat(model.getFileName()).hasToString(kebab(process(model).getId()) + ".bpmn");
            assertThat(process(model).getCamundaHistoryTimeToLiveString())
                    .as(model + " time to live")
                    .isNotNull();
        }
    }

    @Test
    void everyUserTaskHasItsFormAndEveryFormItsTask() {
        var named = new TreeSet<String>();
        for (var model : models) {
            for (var task : read(model).getModelElementsByType(UserTask.class)) {
                var path = "forms/%s/%s.html".formatted(kebab(process(model).getId()), kebab(task.getId()));
                assertThat(task.getCamundaFormKey()).isEqualTo("embedded:deployment:" + path);
                named.add(path);
            }
        }
        var kept = files("forms", ".html").stream()
                .map(Path::toString)
                .map(p -> p.replace(File.separator, "/"))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void everyBeanAModelNamesExists() {
        var beans = new TreeSet<String>();
        for (var source : files("src/main/java/io/wubu/flow", ".java")) {
            beans.addAll(found(COMPONENT, text(source)));
            beans.addAll(found(BEAN, text(source)));
        }
        for (var model : models) {
            assertThat(beans).as(model.toString()).containsAll(found(DELEGATE, text(model)));
            var called = found(CALLED_BEAN, text(model));
            called.removeAll(Set.of("execution", "decisionResult"));
            assertThat(beans).as(model.toString()).containsAll(called);
        }
    }

    @Test
    void everyPaperListensToItsOwnTask() {
        var tasks = new TreeSet<String>();
        for (var model : models) {
            for (var task : read(model).getModelElementsByType(UserTask.class)) {
                assertThat(tasks.add(task.getId()))
                        .as("task id is used once: " + task.getId())
                        .isTrue();
                assertThat(text(model)).contains("event=\"complete\" delegateExpression=\"${" + task.getId() + "}\"");
            }
        }
    }

    @Test
    void everyLimitStandsInTheTableAndIsUsed() {
        var limits = text(Path.of("bpmn/rules/task-limit.dmn"));
        for (var model : models) {
            for (var key : found(LIMIT, text(model))) {
                assertThat(limits).as(model + " limit " + key).contains("<text>\"" + key + "\"</text>");
            }
        }
    }

    @Test
    void everyDecisionACallNamesExists() {
        var decisions =
                tables.stream().map(ModelTests::decision).map(Decision::getId).collect(Collectors.toSet());
        for (var model : models) {
            for (var task : read(model).getModelElementsByType(BusinessRuleTask.class)) {
                assertThat(decisions).contains(task.getCamundaDecisionRef());
            }
        }
        for (var table : tables) {
            assertThat(table.getFileName()).hasToString(kebab(decision(table).getId()) + ".dmn");
        }
    }

    @Test
    void everyCalledProcessExists() {
        var processes =
                models.stream().map(ModelTests::process).map(Process::getId).collect(Collectors.toSet());
        for (var model : models) {
            for (var call : read(model).getModelElementsByType(CallActivity.class)) {
                assertThat(processes).as(model + " " + call.getId()).contains(call.getCalledElement());
            }
        }
    }

    @Test
    void everyGatewayWithSeveralExitsAnswersEachOrHasADefault() {
        for (var model : models) {
            for (var gateway : read(model).getModelElementsByType(ExclusiveGateway.class)) {
                var open = gateway.getOutgoing().stream()
                        .filter(flow -> flow.getConditionExpression() == null)
                        .toList();
                if (gateway.getOutgoing().size() > 1) {
                    assertThat(gateway.getName())
                            .as(model + " question of " + gateway.getId())
                            .isNotBlank();
                    assertThat(open)
                            .as(model + " " + gateway.getId())
                            .allMatch(flow -> flow.equals(gateway.getDefault()));
                }
            }
        }
    }

    @Test
    void idsSaySomethingAndEverythingIsDrawn() {
        for (var model : models) {
            assertThat(GENERATED.matcher(text(model)).find())
                    .as(model + " has generated ids")
                    .isFalse();
            var instance = read(model);
            assertThat(drawn(instance.getModelElementsByType(BpmnShape.class)))
                    .containsAll(ids(instance.getModelElementsByType(FlowNode.class)));
            assertThat(instance.getModelElementsByType(BpmnEdge.class))
                    .hasSameSizeAs(instance.getModelElementsByType(SequenceFlow.class));
        }
    }

    private static List<String> drawn(Collection<BpmnShape> shapes) {
        return shapes.stream().map(shape -> shape.getBpmnElement().getId()).toList();
    }

    private static List<String> ids(Collection<FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getId).toList();
    }

    private static Process process(Path model) {
        return read(model).getModelElementsByType(Process.class).iterator().next();
    }

    private static BpmnModelInstance read(Path model) {
        return Bpmn.readModelFromFile(model.toFile());
    }

    private static Decision decision(Path table) {
        return Dmn.readModelFromFile(table.toFile())
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
    }

    private static Set<String> found(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String kebab(String id) {
        return id.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return new ArrayList<>(all.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
