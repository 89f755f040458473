package io.wubu.flow.fivestep;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.evidence.Evidence;
import io.wubu.flow.places.TeamTimes;
import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.FindingSeason;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上报问题: an officer reports what he found; it goes to the team leader and the office for review. */
@Component
public class Findings {

    /** Who may report, and as what the finding counts. */
    private static final Map<Role, String> SOURCES = Map.of(
            Role.SUPERVISION_TEAM, "SUPERVISION",
            Role.TEAM_LEADER, "SUPERVISION",
            Role.PATROL_TEAM, "PATROL",
            Role.HOTLINE_OPERATOR, "HOTLINE_12369");

    private final Problems problems;
    private final Regions regions;
    private final Campaigns campaigns;
    private final Evidence evidence;
    private final FindingSeason season;
    private final Rules rules;
    private final LawClock clock;
    private final Starts starts;
    private final TeamTimes times;
    private final Turns turns;

    Findings(
            Problems problems,
            Regions regions,
            Campaigns campaigns,
            Evidence evidence,
            FindingSeason season,
            Rules rules,
            LawClock clock,
            Starts starts,
            TeamTimes times,
            Turns turns) {
        this.problems = problems;
        this.regions = regions;
        this.campaigns = campaigns;
        this.evidence = evidence;
        this.season = season;
        this.rules = rules;
        this.clock = clock;
        this.starts = starts;
        this.times = times;
        this.turns = turns;
    }

    /** Whether a role reports findings. */
    public static boolean mayReport(Role role) {
        return SOURCES.containsKey(role);
    }

    /**
     * Registers the finding and starts its five steps.
     *
     * @throws RuleBroken names every fault
     * @throws io.wubu.shared.Stale if the same officer is reporting at this moment
     */
    @Transactional
    public String report(FindingPaper paper, Person by) {
        var source = SOURCES.get(by.role());
        if (source == null) {
            throw new RuleBroken("reporter", "role", "“%s”不能上报问题，应由督查组、巡查组或12369坐席上报".formatted(by.displayName()));
        }
        turns.take("finding " + by.userId());
        var shots = paper.shots();
        if (!evidence.uploadedBy(shots, by.userId())) {
            throw new RuleBroken("photos", "photos", "“现场照片”须由上报人本人上传");
        }
        var photos = shots.stream().map(evidence::get).toList();
        if (!times.isOpen(by.role(), by.regionCode())) {
            throw new RuleBroken("countyCode", "team.closed", "“县区”：督查组在该市的轮次没有开始或已经结束，不能上报问题");
        }
        var checked = new FindingCheck(regions, season.rules(), photosWithin(), by).check(paper, photos);
        var number = problems.register(finding(checked, source, by), by.actor(), shots);
        starts.begin(number, checked.county().code());
        return number;
    }

    private Duration photosWithin() {
        var question = Question.of("roundRule", clock.today()).with("item", "photoHours");
        return Duration.ofHours(rules.foreseeOne(question).integer("amount"));
    }

    private Finding finding(FindingCheck.Checked checked, String source, Person by) {
        return new Finding(
                source,
                checked.county().code(),
                campaigns.roundOn(checked.foundOn()).map(Round::code).orElse(null),
                checked.place(),
                checked.siteName(),
                checked.uscc(),
                checked.lon(),
                checked.lat(),
                checked.problemType(),
                checked.description(),
                checked.foundOn(),
                by.displayName(),
                null,
                null);
    }
}
