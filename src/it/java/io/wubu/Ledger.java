package io.wubu;

import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.rules.Severities;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.regions.Regions;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;

/** What tests begin with: the campaign with its rounds, and problems of it, imported or found. */
class Ledger {

    private static final AtomicInteger SITES = new AtomicInteger();

    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final Problems problems;
    private final Severities severities;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Counter counter;

    Ledger(
            ProcessEngine engine,
            AsSystem asSystem,
            Problems problems,
            Severities severities,
            Campaigns campaigns,
            Regions regions,
            Counter counter) {
        this.engine = engine;
        this.asSystem = asSystem;
        this.problems = problems;
        this.severities = severities;
        this.campaigns = campaigns;
        this.regions = regions;
        this.counter = counter;
    }

    /** The campaign all tests work in, with its fifteen rounds. */
    void openCampaign() {
        campaigns.open(new Campaign("2017Q", "秋冬季攻坚行动", LocalDate.of(2026, 9, 4), LocalDate.of(2027, 4, 1), 470));
        for (var no = 1; no <= 15; no++) {
            var first = LocalDate.of(2026, 9, 4).plusDays(14L * (no - 1));
            var kind = no <= 5 ? 1 : 2;
            campaigns.add(
                    new Round("2017Q-R%02d".formatted(no), "2017Q", no, kind, first, first.plusDays(13), "RUNNING"));
        }
    }

    /** Registers a problem in a region, assigned and in stage ②, its process started as an imported one. */
    String importedProblem(String region, String type) {
        var number = problems.register(finding(region, type), Actor.SYSTEM, List.of());
        severities.propose(number);
        severities.assign(number, Move.of("import", "台账导入", Actor.SYSTEM, List.of(State.DRAFT), State.ASSIGNED), null);
        asSystem.run(() -> engine.getRuntimeService()
                .createMessageCorrelation("wubu.ledgerRowAccepted")
                .processInstanceBusinessKey(number)
                .setVariable("regionCode", region)
                .correlateStartMessage());
        return number;
    }

    /** Registers a finding of the team, its process started from the beginning. */
    String foundProblem(String region, String type) {
        var team = counter.account(Role.SUPERVISION_TEAM, regions.cityOf(region));
        var number = problems.register(finding(region, type), new Actor(team, "督查组"), List.of());
        asSystem.run(() ->
                engine.getRuntimeService().startProcessInstanceByKey("fiveStep", number, Map.of("regionCode", region)));
        return number;
    }

    private static Finding finding(String region, String type) {
        return new Finding(
                "SUPERVISION",
                region,
                "2017Q-R06",
                null,
                "测试点位" + SITES.incrementAndGet(),
                null,
                null,
                null,
                type,
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null);
    }
}
