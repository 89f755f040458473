package io.wubu.sample.stories;

import io.wubu.campaigns.Campaigns;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.sample.ground.SampleCampaign;
import io.wubu.sample.ground.SamplePosts;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The round before: summarised, its letters 督办函 issued and published, one city still to answer, one to publish. */
@Component
@Order(75)
class ClosedRound implements Scenario {

    private static final Map<String, Object> NOTHING = Map.of("result", "NO_PROBLEM");

    private final Play play;
    private final RoundStarts starts;
    private final Campaigns campaigns;

    ClosedRound(Play play, RoundStarts starts, Campaigns campaigns) {
        this.play = play;
        this.starts = starts;
        this.campaigns = campaigns;
    }

    @Override
    public void play() {
        var round = campaigns.round(SampleCampaign.code(SampleCampaign.CURRENT - 1));
        var firstDay = play.since(round.startsOn());
        var story = RoundStory.begun(play, starts, firstDay + 4, round.no(), List.of(SamplePosts.HANDAN))
                .planned(2, List.of())
                .teamed()
                .arrived(firstDay, SamplePosts.HANDAN)
                .checked(firstDay - 1, SamplePosts.HANDAN, NOTHING)
                .checked(firstDay - 2, SamplePosts.HANDAN, NOTHING);
        var closed = play.since(round.endsOn().plusDays(1));
        play.on(closed);
        play.settle(story.number());
        play.hand(story.number(), "summariseRound", Map.of("summary", "本轮次按计划完成检查，发现的问题均已审核交办，典型问题已在公开平台曝光。"));
        play.settle(story.number());
        play.hand(letter(round.code(), SamplePosts.HANDAN), "publishList", publication());
        play.on(closed);
        letter(round.code(), SamplePosts.JINCHENG);
        play.end();
    }

    /** A letter, drafted, signed, issued and published by the ministry. */
    private String letter(String round, String city) {
        var letter = "SL-%s-%s".formatted(round, city);
        var office = play.holder(letter, "draftLetter");
        play.hand(letter, "draftLetter", Fields.with(play.prefill(office, letter, "draftLetter")));
        play.hand(letter, "countersign", Map.of("decision", "APPROVE"));
        play.settle(letter);
        play.hand(letter, "publishLetter", publication());
        play.settle(letter);
        return letter;
    }

    private Map<String, Object> publication() {
        return Map.of("publishedOn", play.day(0), "url", "https://www.example.org/示例");
    }
}
