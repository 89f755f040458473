package io.wubu.sample.stories;

import io.wubu.campaigns.Campaigns;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.sample.ground.SampleCampaign;
import io.wubu.sample.ground.SamplePosts;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The current round: planned, drawn, two teams sent out; one has arrived and found a problem, the other is awaited. */
@Component
@Order(80)
class RunningRound implements Scenario {

    private static final List<Map<String, Object>> POINTS = List.of(
            point("示例·小型铸造点", "130403", "HOT_GRID"),
            point("示例·露天堆煤场", "130402", "COMPLAINT"),
            point("示例·塑料颗粒加工点", "130404", "UTILITY"),
            point("示例·洗煤点", "140525", "HOT_GRID"),
            point("示例·石子加工点", "140581", "COMPLAINT"),
            point("示例·喷漆作坊", "140502", "UTILITY"));

    private static final Map<String, Object> PROBLEM = Map.of(
            "result", "PROBLEM",
            "problemType", "散乱污企业综合整治不力",
            "description", "现场正在生产，无环保手续，无治污设施，原料和产品露天堆放。");

    private final Play play;
    private final RoundStarts starts;
    private final Campaigns campaigns;

    RunningRound(Play play, RoundStarts starts, Campaigns campaigns) {
        this.play = play;
        this.starts = starts;
        this.campaigns = campaigns;
    }

    @Override
    public void play() {
        var cities = List.of(SamplePosts.HANDAN, SamplePosts.JINCHENG);
        var firstDay = play.since(
                campaigns.round(SampleCampaign.code(SampleCampaign.CURRENT)).startsOn());
        RoundStory.begun(play, starts, firstDay + 4, SampleCampaign.CURRENT, cities)
                .planned(3, POINTS)
                .teamed()
                .arrived(firstDay, SamplePosts.HANDAN)
                .checked(firstDay - 1, SamplePosts.HANDAN, PROBLEM);
        play.end();
    }

    private static Map<String, Object> point(String name, String county, String kind) {
        return Map.of("name", name, "county", county, "kind", kind);
    }
}
