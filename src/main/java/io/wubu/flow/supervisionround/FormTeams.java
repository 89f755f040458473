package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Rounds;
import io.wubu.campaigns.Team;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 组队回避 (rule book 1.3): one team a city, not sent from there, each with its declaration. */
@Component("formTeams")
class FormTeams extends PaperTask {

    private final Rounds rounds;
    private final Regions regions;
    private final RoundRules rules;
    private final RoundRecord record;

    FormTeams(Rounds rounds, Regions regions, RoundRules rules, RoundRecord record) {
        this.rounds = rounds;
        this.regions = regions;
        this.rules = rules;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var cities = rounds.cities(RoundNumber.parse(task.number()).round());
        return Map.of(
                "options.homeRegion",
                homes().toList(),
                "teams",
                cities.stream()
                        .map(city -> Map.of(
                                "city", regions.get(city).name(), "cityCode", city, "leader", "督查组组长", "members", ""))
                        .toList());
    }

    /** Where a team may come from: the provinces and the cities of the campaign. */
    private Stream<Map<String, String>> homes() {
        return Stream.concat(regions.under(Region.MINISTRY).stream(), regions.campaignCities().stream())
                .distinct()
                .sorted(Comparator.comparing(Region::code))
                .map(region -> Map.of("value", region.code(), "label", region.fullName()));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = RoundNumber.parse(number(task));
        var cities = new HashSet<>(rounds.cities(number.round()));
        var no = 0;
        for (var row : paper.rows("teams")) {
            var city = String.valueOf(row.get("cityCode"));
            no++;
            if (!cities.remove(city)) {
                throw broken("city", no, cityName(city) + "不在计划内或重复");
            }
            rounds.add(team(number.round(), no, city, row));
        }
        if (!cities.isEmpty()) {
            var missing = cities.stream().map(regions::get).map(Region::name).toList();
            throw new RuleBroken("teams", "missing", "“督查组”：还缺 " + String.join("、", missing));
        }
        record.append(number, "formTeams", "组队回避", paper.by().actor(), paper.written(), paper.photos());
    }

    private Team team(String round, int no, String city, Map<String, Object> row) {
        var members = Persons.of(String.valueOf(row.get("members")));
        if (members.size() < rules.members()) {
            throw broken("members", no, "组员不少于 " + rules.members() + " 人，用顿号分开");
        }
        var home = regions.find(String.valueOf(row.get("homeRegion")))
                .orElseThrow(() -> broken("homeRegion", no, "没有派出地 " + row.get("homeRegion")));
        if (Regions.contains(home.code(), city) || Regions.contains(city, home.code())) {
            throw broken("homeRegion", no, "回避：派出地与督查城市相同");
        }
        return new Team(round, no, city, String.valueOf(row.get("leader")), members, home.code(), null);
    }

    private String cityName(String code) {
        return regions.find(code).map(Region::name).orElse(code);
    }

    private static RuleBroken broken(String code, int no, String rule) {
        return new RuleBroken("teams", code, "“督查组”第 " + no + " 项：" + rule);
    }
}
