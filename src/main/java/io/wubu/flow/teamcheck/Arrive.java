package io.wubu.flow.teamcheck;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Rounds;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.supervisionround.RoundNumber;
import io.wubu.flow.supervisionround.RoundRecord;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 到达报到: only from here on the team's points are visible in the city (四不两直, rule book 1.4). */
@Component("arrive")
class Arrive extends PaperTask {

    private final Rounds rounds;
    private final Campaigns campaigns;
    private final RoundRecord record;
    private final LawClock clock;

    Arrive(Rounds rounds, Campaigns campaigns, RoundRecord record, LawClock clock) {
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var now = clock.now().atZone(ClockConfiguration.ZONE).toLocalDateTime();
        return Map.of("arrivedAt", now.withSecond(0).withNano(0).toString());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = RoundNumber.parse(number(task));
        var arrived = paper.dateTime("arrivedAt");
        var at = arrived.atZone(ClockConfiguration.ZONE).toInstant();
        if (at.isAfter(clock.now())) {
            throw new RuleBroken("arrivedAt", "future", "“到达时间”不能晚于现在");
        }
        if (arrived.toLocalDate().isBefore(campaigns.round(number.round()).startsOn())) {
            throw new RuleBroken("arrivedAt", "round", "“到达时间”不能早于轮次首日");
        }
        var team = rounds.team(number.round(), number.city());
        rounds.arrived(team, at);
        var written = new LinkedHashMap<String, Object>();
        written.put("督查组", "第" + team.no() + "组");
        written.putAll(paper.written());
        record.append(number, "arrive", "到达报到", paper.by().actor(), written, paper.photos());
    }
}
