package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Candidate;
import io.wubu.campaigns.PointKind;
import io.wubu.campaigns.RoundPoints;
import io.wubu.campaigns.Rounds;
import io.wubu.flow.rules.Occasion;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Sites;
import io.wubu.regions.Regions;
import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 抽取点位 (rule book 1.2): from the offered points and the known sites, by a seed that is kept for replay. */
@Component("drawPoints")
class DrawPoints implements JavaDelegate {

    private final Rounds rounds;
    private final RoundPoints points;
    private final Sites sites;
    private final Regions regions;
    private final RoundRules rules;
    private final RoundRecord record;
    private final LawClock clock;
    private final SecureRandom seeds = new SecureRandom();

    DrawPoints(
            Rounds rounds,
            RoundPoints points,
            Sites sites,
            Regions regions,
            RoundRules rules,
            RoundRecord record,
            LawClock clock) {
        this.rounds = rounds;
        this.points = points;
        this.sites = sites;
        this.regions = regions;
        this.rules = rules;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = RoundNumber.parse(execution.getProcessBusinessKey());
        for (var city : rounds.cities(number.round())) {
            points.offer(number.round(), known(city));
        }
        var occasion = new Occasion(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
        var seed = seeds.nextLong();
        var drawn = points.draw(number.round(), seed, rules.shares(occasion), clock.now());
        var written = new LinkedHashMap<String, Object>();
        written.put("抽取种子", String.valueOf(seed));
        drawn.forEach((city, count) -> {
            if (count == 0) {
                throw new RuleBroken(
                        "points", "empty", "“点位”：" + regions.get(city).name() + "没有可抽取的点位，请列入点位清单");
            }
            written.put(regions.get(city).name(), count + "个点位");
        });
        record.append(number, "drawPoints", "抽取点位", Actor.SYSTEM, written, List.of());
    }

    private List<Candidate> known(String city) {
        return sites.of(city).stream()
                .map(site ->
                        new Candidate(site.regionCode(), city, site.name(), PointKind.RANDOM, false, site.lastRound()))
                .toList();
    }
}
