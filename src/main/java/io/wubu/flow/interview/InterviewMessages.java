package io.wubu.flow.interview;

import io.wubu.flow.engine.AsSystem;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The messages between problems and the interview of their region. */
@Component
public class InterviewMessages {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    InterviewMessages(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** Starts the process of an interview that was just opened. */
    public void suggested(String number, String region) {
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.interviewSuggested")
                .processInstanceBusinessKey(number)
                .setVariable("regionCode", region)
                .correlateStartMessage());
    }

    /** Tells a problem that waits for it that the demand has been made. */
    void demanded(String problem) {
        tell("wubu.interviewDemanded", problem);
    }

    /** Ends the rectification of a problem that is still at it: the interview has failed. */
    void failed(String problem) {
        tell("wubu.interviewFailed", problem);
    }

    private void tell(String message, String problem) {
        asSystem.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(problem)
                .correlateAllWithResult());
    }
}
