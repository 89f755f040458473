package io.wubu.flow.inspect;

import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 抽取样本: draws by the share the table gave. */
@Component("drawSample")
class DrawSample implements JavaDelegate {

    private final Verifications verifications;

    DrawSample(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var percent = ((Number) execution.getVariable("percent")).intValue();
        var days = ((Number) execution.getVariable("days")).intValue();
        execution.setVariable("sampled", verifications.drawSample(execution.getProcessBusinessKey(), percent, days));
    }
}
