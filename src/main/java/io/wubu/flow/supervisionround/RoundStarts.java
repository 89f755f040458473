package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.flow.engine.AsSystem;
import io.wubu.regions.Region;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the planning of a round of the current campaign. */
@Component
public class RoundStarts {

    private final Campaigns campaigns;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final Turns turns;

    RoundStarts(Campaigns campaigns, RuntimeService runtime, AsSystem asSystem, Turns turns) {
        this.campaigns = campaigns;
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.turns = turns;
    }

    /**
     * A round as the office sees it before starting it.
     *
     * @param number the round as a case
     * @param startable whether nobody has started or closed it
     */
    public record Line(
            int no,
            int phase,
            LocalDate startsOn,
            LocalDate endsOn,
            String number,
            String stateName,
            boolean startable) {}

    /** The rounds of the current campaign. */
    public List<Line> all() {
        var running = asSystem.call(
                () -> runtime.createProcessInstanceQuery().processDefinitionKey("supervisionRound").list().stream()
                        .map(ProcessInstance::getBusinessKey)
                        .collect(Collectors.toSet()));
        return campaigns.rounds(campaigns.current().code()).stream()
                .map(round -> line(round, running))
                .toList();
    }

    private static Line line(Round round, Set<String> running) {
        var number = "RD-%s-R%02d".formatted(round.campaign(), round.no());
        var closed = round.state().equals("CLOSED");
        var started = running.contains(number);
        var state = closed ? "已结束" : !started ? "未开始" : round.state().equals("RUNNING") ? "督查中" : "准备中";
        return new Line(
                round.no(), round.phase(), round.startsOn(), round.endsOn(), number, state, !closed && !started);
    }

    /**
     * Starts the process of a round and answers its number.
     *
     * @throws RuleBroken if the round is started or closed already: a round is supervised only once
     * @throws io.wubu.shared.Stale if somebody is starting it at this moment
     */
    @Transactional
    public String begin(int no) {
        if (no < 1 || no > 15) {
            throw new RuleBroken("roundNo", "range", "“轮次”应为 1 至 15");
        }
        var campaign = campaigns.current().code();
        var number = "RD-%s-R%02d".formatted(campaign, no);
        turns.take("round " + number);
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
