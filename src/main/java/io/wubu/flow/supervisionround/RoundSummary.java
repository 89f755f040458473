package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.campaigns.Rounds;
import io.wubu.flow.engine.CaseSummary;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Introduces a round, or the check of one of its teams: on task cards and on top of forms. */
@Component
class RoundSummary implements CaseSummary {

    private final Campaigns campaigns;
    private final Rounds rounds;
    private final Regions regions;

    RoundSummary(Campaigns campaigns, Rounds rounds, Regions regions) {
        this.campaigns = campaigns;
        this.rounds = rounds;
        this.regions = regions;
    }

    @Override
    public boolean knows(String number) {
        return RoundNumber.matches(number);
    }

    @Override
    public String line(String number) {
        var round = RoundNumber.parse(number);
        var place = round.city().equals(Region.MINISTRY)
                ? ""
                : "｜" + regions.get(round.city()).name();
        return "%s｜强化督查第%d轮次%s".formatted(round.ofRound(), round.no(), place);
    }

    @Override
    public Map<String, Object> facts(String number) {
        var round = RoundNumber.parse(number);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("轮次", "第" + round.no() + "轮次");
        planned(round).ifPresent(planned -> {
            facts.put("日期", planned.startsOn() + " 至 " + planned.endsOn());
            if (round.city().equals(Region.MINISTRY)) {
                figures(round, facts);
            } else {
                var team = rounds.team(round.round(), round.city());
                facts.put("督查城市", regions.get(team.cityCode()).fullName());
                facts.put("组长", team.leader());
                facts.put("组员", String.join("、", team.members()));
                facts.put("派出地", regions.get(team.homeRegion()).fullName());
            }
        });
        return facts;
    }

    private void figures(RoundNumber round, Map<String, Object> facts) {
        var cities = rounds.cities(round.round());
        if (!cities.isEmpty()) {
            facts.put("督查城市", cities.size() + "个");
            var figures = rounds.figures(round.round());
            facts.put("抽中点位", figures.drawn() + "个");
            facts.put("已检查", figures.checked() + "个");
            facts.put("发现问题", figures.problems() + "个");
            facts.put("拒绝检查", figures.refused() + "个");
        }
    }

    private Optional<Round> planned(RoundNumber number) {
        return campaigns.rounds(number.campaign()).stream()
                .filter(round -> round.code().equals(number.round()))
                .findFirst();
    }
}
