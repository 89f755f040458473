package io.wubu.flow.dates;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/**
 * Hangs the reminder set on every user task that has a due date, when its model is deployed: two reminders before, the
 * overdue mark at the date, and the end of its limit. They interrupt nothing and would only clutter the pictures.
 */
public final class Reminders {

    /** Listener bean → when it fires, given the task's due date. */
    private static final SortedMap<String, String> SET = new TreeMap<>(Map.of(
            "remindEarly", "${deadline.early(execution, %s)}",
            "remindLate", "${deadline.late(execution, %s)}",
            "markOverdue", "${%s}"));

    private Reminders() {}

    public static byte[] hangOn(byte[] bpmn) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        for (var task : model.getModelElementsByType(UserTask.class)) {
            var due = task.getCamundaDueDate();
            if (due != null) {
                var expression = due.substring(2, due.length() - 1);
                SET.forEach((bean, when) -> hang(model, task, bean, when.formatted(expression)));
                List.of("complete", "delete").forEach(event -> end(model, task, event));
            }
        }
        var out = new ByteArrayOutputStream();
        Bpmn.writeModelToStream(out, model);
        return out.toByteArray();
    }

    private static void hang(BpmnModelInstance model, UserTask task, String bean, String when) {
        var listener = model.newInstance(CamundaTaskListener.class);
        listener.setCamundaEvent("timeout");
        listener.setCamundaDelegateExpression("${" + bean + "}");
        listener.setAttributeValue("id", task.getId() + "_" + bean);
        var timer = model.newInstance(TimerEventDefinition.class);
        timer.setId(task.getId() + "_" + bean + "Timer");
        var date = model.newInstance(TimeDate.class);
        date.setId(task.getId() + "_" + bean + "Date");
        date.setTextContent(when);
        timer.setTimeDate(date);
        listener.addChildElement(timer);
        extensions(model, task).addChildElement(listener);
    }

    private static void end(BpmnModelInstance model, UserTask task, String event) {
        var listener = model.newInstance(CamundaTaskListener.class);
        listener.setCamundaEvent(event);
        listener.setCamundaDelegateExpression("${limitEnded}");
        extensions(model, task).addChildElement(listener);
    }

    private static ExtensionElements extensions(BpmnModelInstance model, UserTask task) {
        var extensions = task.getExtensionElements();
        if (extensions == null) {
            extensions = model.newInstance(ExtensionElements.class);
            task.setExtensionElements(extensions);
        }
        return extensions;
    }
}
