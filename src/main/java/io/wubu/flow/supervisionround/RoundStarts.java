package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Campaigns;
import io.wubu.flow.engine.AsSystem;
import io.wubu.regions.Region;
import io.wubu.shared.RuleBroken;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the planning of a round of the current campaign. */
@Component
public class RoundStarts {

    private final Campaigns campaigns;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    RoundStarts(Campaigns campaigns, RuntimeService runtime, AsSystem asSystem) {
        this.campaigns = campaigns;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** Starts the process of a round and answers its number; a round is supervised only once. */
    @Transactional
    public String begin(int no) {
        if (no < 1 || no > 15) {
            throw new RuleBroken("roundNo", "range", "“轮次”应为 1 至 15");
        }
        var campaign = campaigns.current().code();
        var number = "RD-%s-R%02d".formatted(campaign, no);
        if (campaigns.rounds(campaign).stream()
                .anyMatch(round -> round.no() == no && round.state().equals("CLOSED"))) {
            throw new RuleBroken("roundNo", "closed", "第 " + no + " 轮次已经结束");
        }
        asSystem.run(() -> {
            if (runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(number, "supervisionRound")
                            .count()
                    > 0) {
                throw new RuleBroken("roundNo", "once", "第 " + no + " 轮次已经启动");
            }
            runtime.startProcessInstanceByKey("supervisionRound", number, Map.of("regionCode", Region.MINISTRY));
        });
        return number;
    }
}
