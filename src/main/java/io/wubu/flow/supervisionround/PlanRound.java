package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Candidate;
import io.wubu.campaigns.PointKind;
import io.wubu.campaigns.Round;
import io.wubu.campaigns.RoundPlan;
import io.wubu.campaigns.RoundPoints;
import io.wubu.campaigns.Rounds;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.rules.Occasion;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 轮次计划 (rule book 1.1): period, cities, number of points; points known beforehand are offered for the draw. */
@Component("planRound")
class PlanRound extends PaperTask {

    private final Rounds rounds;
    private final RoundPoints points;
    private final Campaigns campaigns;
    private final Regions regions;
    private final RoundRules rules;
    private final RoundRecord record;

    PlanRound(
            Rounds rounds,
            RoundPoints points,
            Campaigns campaigns,
            Regions regions,
            RoundRules rules,
            RoundRecord record) {
        this.rounds = rounds;
        this.points = points;
        this.campaigns = campaigns;
        this.regions = regions;
        this.rules = rules;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var number = RoundNumber.parse(task.number());
        var filled = new HashMap<String, Object>();
        filled.put("roundNo", number.no());
        filled.put("pointsPerCity", rules.pointsPerCity());
        filled.put("restRounds", rules.restRounds());
        campaigns.rounds(number.campaign()).stream()
                .filter(round -> round.no() == number.no())
                .forEach(round -> {
                    filled.put("startDate", round.startsOn().toString());
                    filled.put("endDate", round.endsOn().toString());
                    filled.put("phase", String.valueOf(round.phase()));
                });
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = RoundNumber.parse(number(task));
        check(paper, number);
        var round = new Round(
                number.round(),
                number.campaign(),
                number.no(),
                Integer.parseInt(paper.text("phase")),
                paper.date("startDate"),
                paper.date("endDate"),
                "PLANNED");
        rounds.plan(new RoundPlan(
                round,
                paper.choices("cities"),
                paper.integer("teamCount"),
                paper.choices("focusTypes"),
                paper.integer("pointsPerCity"),
                paper.integer("restRounds")));
        rounds.overlapping(round.code(), round.startsOn(), round.endsOn()).ifPresent(other -> {
            throw new RuleBroken("startDate", "overlap", "“开始日期”：与轮次 " + other + " 的日期重叠");
        });
        points.offer(round.code(), offered(paper));
        rules.ruleDays(round.startsOn(), new Occasion(number(task), "planRound"));
        record.append(number, "planRound", "轮次计划", paper.by().actor(), paper.written(), paper.photos());
    }

    private void check(FilledPaper paper, RoundNumber number) {
        if (paper.integer("roundNo") != number.no()) {
            throw new RuleBroken("roundNo", "number", "“轮次”应为 " + number.no());
        }
        var days = rules.days(paper.date("startDate"));
        var last = paper.date("startDate").plusDays(days - 1L);
        if (!paper.date("endDate").equals(last)) {
            throw new RuleBroken("endDate", "days", "“结束日期”应为 %s（每轮次 %d 天）".formatted(last, days));
        }
        var known = regions.campaignCities().stream().map(Region::code).toList();
        for (var city : paper.choices("cities")) {
            if (!known.contains(city)) {
                throw new RuleBroken("cities", "region", "“督查城市”：" + city + " 不在行动范围");
            }
        }
        if (paper.integer("teamCount") != paper.choices("cities").size()) {
            throw new RuleBroken("teamCount", "cities", "“督查组数”应与督查城市数相同（一市一组）");
        }
    }

    private List<Candidate> offered(FilledPaper paper) {
        var offered = new ArrayList<Candidate>();
        for (var row : paper.rows("points")) {
            var county = county(String.valueOf(row.get("county")), paper.choices("cities"));
            offered.add(new Candidate(
                    county.code(),
                    regions.cityOf(county.code()),
                    String.valueOf(row.get("name")),
                    PointKind.valueOf(String.valueOf(row.get("kind"))),
                    Boolean.TRUE.equals(row.get("flagged")),
                    null));
        }
        return offered;
    }

    private Region county(String written, List<String> cities) {
        var fitting = cities.stream()
                .flatMap(city -> regions.countiesOf(city).stream())
                .filter(county -> county.code().equals(written)
                        || county.name().equals(written)
                        || county.fullName().equals(written))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        var why = fitting.isEmpty() ? "不属于所选督查城市" : "有多个同名县区，请填写区划代码";
        throw new RuleBroken("points", "region", "“点位”所在县区“" + written + "”" + why);
    }
}
