package io.wubu.flow.teamcheck;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Point;
import io.wubu.evidence.Evidence;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.rules.LegalBasis;
import io.wubu.flow.rules.Occasion;
import io.wubu.flow.rules.ProblemTypes;
import io.wubu.flow.supervisionround.Persons;
import io.wubu.flow.supervisionround.RoundRules;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.FindingRules;
import io.wubu.problems.FindingRules.Broken;
import io.wubu.problems.FindingSeason;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form can't say by itself about a check on the spot (rule book 1.5). */
@Component
class OnSiteRules {

    /** The type of a refusal. */
    static final String REFUSED = "拒绝检查";

    private final RoundRules rules;
    private final ProblemTypes types;
    private final LegalBasis basis;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Evidence evidence;
    private final LawClock clock;
    private final FindingSeason season;

    OnSiteRules(
            RoundRules rules,
            ProblemTypes types,
            LegalBasis basis,
            Campaigns campaigns,
            Regions regions,
            Evidence evidence,
            LawClock clock,
            FindingSeason season) {
        this.types = types;
        this.basis = basis;
        this.clock = clock;
        this.rules = rules;
        this.campaigns = campaigns;
        this.regions = regions;
        this.evidence = evidence;
        this.season = season;
    }

    /** The problem types a team chooses from. */
    List<Map<String, String>> types() {
        return types.all().stream()
                .map(type -> Map.of("value", type.name(), "label", type.name()))
                .toList();
    }

    /** The type that was chosen, from that list. */
    String type(FilledPaper paper) {
        var type = paper.text("problemType");
        if (!types.isKnown(type)) {
            throw new RuleBroken("problemType", "option", "“问题类型”应从清单中选择");
        }
        return type;
    }

    /** The law a refusal breaks, as it is in force today. */
    String refusalBasis() {
        return basis.foresee(LegalBasis.REFUSED_CHECK, clock.today());
    }

    /** The same as it was in force on the day of the refusal. */
    String refusalBasis(FilledPaper paper, String number) {
        var day = paper.dateTime("checkedAt").toLocalDate();
        return basis.rule(LegalBasis.REFUSED_CHECK, day, new Occasion(number, "checkOnSite"));
    }

    void check(FilledPaper paper, Point point) {
        var local = paper.dateTime("checkedAt");
        var at = local.atZone(ClockConfiguration.ZONE).toInstant();
        var findings = season.rules();
        require("checkedAt", "检查时间", findings.moment(at));
        if (local.toLocalDate().isBefore(campaigns.round(point.roundCode()).startsOn())) {
            throw new RuleBroken("checkedAt", "round", "“检查时间”不能早于轮次首日");
        }
        if (Persons.of(paper.text("inspectors")).size() < rules.members()) {
            throw new RuleBroken("inspectors", "members", "“检查人员”不少于 " + rules.members() + " 人，用顿号分开");
        }
        var county = paper.text("countyCode");
        if (!regions.find(county)
                .filter(region -> point.cityCode().equals(region.cityCode()))
                .isPresent()) {
            throw new RuleBroken("countyCode", "region", "“所在县区”不属于本组督查城市");
        }
        var code = paper.textOrNull("uscc");
        if (code != null) {
            require("uscc", "统一社会信用代码", findings.uscc(code));
        }
        photos(paper, at, findings);
    }

    private void photos(FilledPaper paper, Instant checkedAt, FindingRules findings) {
        var most = Duration.ofHours(rules.photoHours());
        for (var id : paper.photos()) {
            var photo = evidence.get(id);
            if (photo.takenAt() != null) {
                require("photos", "现场照片", findings.photo(photo.fileName(), photo.takenAt(), checkedAt, most));
            }
        }
    }

    private static void require(String field, String label, @Nullable Broken broken) {
        if (broken != null) {
            throw new RuleBroken(field, broken.code(), "“" + label + "”：" + broken.words());
        }
    }
}
