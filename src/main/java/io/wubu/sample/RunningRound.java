package io.wubu.sample;

import io.wubu.campaigns.Campaigns;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The current round 强化督查: planned, drawn, two teams sent out; one has arrived and begun its checks. */
@Component
@Order(80)
class RunningRound implements Scenario {

    private static final int ROUND = 6;

    private final Play play;
    private final RoundStarts starts;
    private final Campaigns campaigns;

    RunningRound(Play play, RoundStarts starts, Campaigns campaigns) {
        this.campaigns = campaigns;
        this.play = play;
        this.starts = starts;
    }

    @Override
    public void play() {
        var firstDay = play.since(campaigns.round("2017Q-R06").startsOn());
        play.begin(firstDay + 4);
        var number = starts.begin(ROUND);
        plan(number);
        formTeams(number);
        play.on(firstDay);
        play.settle(number);
        arrive();
        check(firstDay - 1);
        play.end();
    }

    private void plan(String number) {
        var office = Play.account(Role.MINISTRY_SUPERVISION_OFFICE, Region.MINISTRY);
        play.hand(
                number,
                "planRound",
                Fields.with(
                        play.prefill(office, number, "planRound"),
                        "cities",
                        List.of(SamplePosts.HANDAN, SamplePosts.JINCHENG),
                        "teamCount",
                        2,
                        "focusTypes",
                        List.of("散乱污企业", "VOCs治理"),
                        "pointsPerCity",
                        3,
                        "points",
                        List.of(
                                point("示例·小型铸造点", "130403", "HOT_GRID"),
                                point("示例·露天堆煤场", "130402", "COMPLAINT"),
                                point("示例·塑料颗粒加工点", "130404", "UTILITY"),
                                point("示例·洗煤点", "140525", "HOT_GRID"),
                                point("示例·石子加工点", "140581", "COMPLAINT"),
                                point("示例·喷漆作坊", "140502", "UTILITY"))));
    }

    private void formTeams(String number) {
        play.hand(
                number,
                "formTeams",
                Map.of("teams", List.of(team(SamplePosts.HANDAN, "370100"), team(SamplePosts.JINCHENG, "410100"))));
    }

    private void arrive() {
        var number = play.waiting("arrive", SamplePosts.HANDAN);
        play.hand(number, "arrive", Map.of("arrivedAt", play.hour(0, 9), "place", "丛台区某点位", "unannounced", true));
        play.settle(number);
    }

    private void check(int daysAgo) {
        play.on(daysAgo);
        var number = play.waiting("checkOnSite", SamplePosts.HANDAN);
        var team = play.holder(number, "checkOnSite");
        var fields = Fields.with(
                play.prefill(team, number, "checkOnSite"),
                "lon",
                114.5,
                "lat",
                36.6,
                "checkedAt",
                play.hour(0, 9),
                "inspectors",
                "督查组一号、督查组二号",
                "result",
                "PROBLEM",
                "problemType",
                "散乱污企业综合整治不力",
                "description",
                "现场正在生产，无环保手续，无治污设施，原料和产品露天堆放。");
        fields.put("photos", play.photos().before(team, 2));
        fields.put("signature", "SIGNED");
        play.hand(number, "checkOnSite", fields);
    }

    private static Map<String, Object> point(String name, String county, String kind) {
        return Map.of("name", name, "county", county, "kind", kind);
    }

    private static Map<String, Object> team(String city, String home) {
        return Map.of(
                "cityCode",
                city,
                "leader",
                "督查组组长",
                "members",
                "督查员一号、督查员二号、督查员三号",
                "homeRegion",
                home,
                "avoidanceDeclared",
                true);
    }
}
