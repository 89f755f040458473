package io.wubu.flow.teamcheck;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Point;
import io.wubu.evidence.Evidence;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.supervisionround.Persons;
import io.wubu.flow.supervisionround.RoundRules;
import io.wubu.lawclock.LawClock;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Uscc;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a form can't say by itself about a check on the spot (rule book 1.5). */
@Component
class OnSiteRules {

    private final RoundRules rules;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Evidence evidence;
    private final LawClock clock;

    OnSiteRules(RoundRules rules, Campaigns campaigns, Regions regions, Evidence evidence, LawClock clock) {
        this.rules = rules;
        this.campaigns = campaigns;
        this.regions = regions;
        this.evidence = evidence;
        this.clock = clock;
    }

    void check(FilledPaper paper, Point point) {
        var local = paper.dateTime("checkedAt");
        var at = local.atZone(ClockConfiguration.ZONE).toInstant();
        if (at.isAfter(clock.now())) {
            throw new RuleBroken("checkedAt", "future", "“检查时间”不能晚于现在");
        }
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
        if (code != null && !Uscc.isValid(code)) {
            throw new RuleBroken("uscc", "check", "“统一社会信用代码”：校验位不正确");
        }
        photos(paper, at);
    }

    private void photos(FilledPaper paper, Instant checkedAt) {
        var most = Duration.ofHours(rules.photoHours());
        for (var id : paper.photos()) {
            var taken = evidence.get(id).takenAt();
            if (taken != null && Duration.between(taken, checkedAt).abs().compareTo(most) > 0) {
                throw new RuleBroken("photos", "taken", "“现场照片”：拍摄时间与检查时间相差超过 " + rules.photoHours() + " 小时");
            }
        }
    }
}
