package io.wubu.sample.stories;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stage ⑤ 专项督察: a county misses what its interview required; its special supervision is being prepared. */
@Component
@Order(70)
class SupervisedPlaces implements Scenario {

    private static final String COUNTY = "140524";

    private final Play play;

    SupervisedPlaces(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        var problem = InterviewedPlaces.falselyClaimed(play, 40, COUNTY, "冶炼厂");
        var interview = InterviewStory.of(play, 32, problem)
                .proposed(31)
                .proven(30)
                .approved(29)
                .notified(28, 7)
                .answered(25)
                .met(23, 12)
                .recorded(22)
                .planned(20);
        play.on(9);
        play.settle(interview.number());
        play.settle(problem.number());
        var number = play.waiting("nominate", COUNTY);
        play.hand(number, "nominate", Map.of("reasons", "约谈要求到期未完成，虚报整改未纠正，问题突出且解决缓慢。", "scope", "COUNTY"));
        play.on(6);
        play.hand(number, "approveSpecial", Map.of("decision", "APPROVE"));
        play.settle(problem.number());
        play.end();
    }
}
