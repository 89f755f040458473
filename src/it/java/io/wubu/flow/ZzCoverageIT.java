package io.wubu.flow;

import io.wubu.Paths;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.*;
import org.junit.jupiter.api.Test;

class ZzCoverageIT {
    @Test
    void all() {
        for (var f : new String[] {"interview", "interview-case", "special-supervision", "special-case"}) {
            var m = Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/" + f + ".bpmn"));
            var id = m.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (var n : m.getModelElementsByType(FlowNode.class))
                if (!Paths.PASSED.contains(id + "/" + n.getId()))
                    System.out.println("UNCOVERED " + id + "/" + n.getId());
            for (var n : m.getModelElementsByType(SequenceFlow.class))
                if (!Paths.PASSED.contains(id + "/" + n.getId()))
                    System.out.println("UNCOVERED " + id + "/" + n.getId());
        }
        System.out.println("COVERAGE DONE " + Paths.PASSED.size());
    }
}
