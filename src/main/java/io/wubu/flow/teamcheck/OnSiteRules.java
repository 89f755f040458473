package io.wubu.flow.teamcheck;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Point;
import io.wubu.evidence.Evidence;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.supervisionround.Persons;
import io.wubu.flow.supervisionround.RoundRules;
import io.wubu.problems.FindingRules;
import io.wubu.problems.FindingRules.Broken;
import io.wubu.problems.FindingSeason;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form can't say by itself about a check on the spot (rule book 1.5). */
@Component
class OnSiteRules {

    private final RoundRules rules;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Evidence evidence;
    private final FindingSeason season;

    OnSiteRules(RoundRules rules, Campaigns campaigns, Regions regions, Evidence evidence, FindingSeason season) {
        this.rules = rules;
        this.campaigns = campaigns;
        this.regions = regions;
        this.evidence = evidence;
        this.season = season;
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
        if (!regions.isInUse(county, local.toLocalDate())) {
            throw new RuleBroken("countyCode", "validity", "“所在县区”：区划代码已停用");
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
