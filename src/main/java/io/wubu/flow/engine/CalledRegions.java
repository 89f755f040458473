package io.wubu.flow.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * A called instance belongs to its caller's region unless it is given a {@code calledRegion}: a round of the ministry
 * sends its teams into cities. The engine asks no tenant provider for called instances, so the call itself sets it.
 */
@Component
class CalledRegions extends AbstractProcessEnginePlugin {

    static final String CALLED_REGION = "calledRegion";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getActivityBehavior() instanceof CallActivityBehavior plain) {
                    var call = new CallInRegion();
                    call.setCallableElement(plain.getCallableElement());
                    activity.setActivityBehavior(call);
                }
            }
        });
    }

    /** The engine's own call, but for the region of the new instance. */
    private static final class CallInRegion extends CallActivityBehavior {

        @Override
        protected void startInstance(ActivityExecution execution, VariableMap variables, String businessKey) {
            var tenant = ((ExecutionEntity) execution).getProcessDefinitionTenantId();
            var definition = CallableElementUtil.getProcessDefinitionToCall(execution, tenant, getCallableElement());
            var called = (ExecutionEntity) execution.createSubProcessInstance(definition, businessKey);
            if (variables.get(CALLED_REGION) instanceof String region) {
                called.setTenantId(region);
            }
            called.start(variables);
        }
    }
}
