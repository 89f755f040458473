package io.wubu.flow.supervisionslip;

import io.wubu.closure.ClosureRefused;
import io.wubu.slips.Trigger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 两次不予销号: the second refused closure of an item brings a yellow slip. */
@Component
class ClosureFailures {

    private final SlipRequests requests;

    ClosureFailures(SlipRequests requests) {
        this.requests = requests;
    }

    @EventListener
    void refused(ClosureRefused refusal) {
        if (refusal.times() >= 2) {
            requests.automatic(
                    refusal.number(), Trigger.CLOSURE_FAILED_TWICE, "该问题已%d次申请销号未获通过，整改不实。".formatted(refusal.times()));
        }
    }
}
