package io.wubu.sample.stories;

import static io.wubu.sample.stories.CaseStory.found;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stage ④ 约谈: false claims bring one county to the proposal and another to the requirements it works on. */
@Component
@Order(60)
class InterviewedPlaces implements Scenario {

    private final Play play;

    InterviewedPlaces(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        InterviewStory.of(play, 2, falselyClaimed(play, 10, "130427", "石膏粉厂")).proposed(1);
        InterviewStory.of(play, 16, falselyClaimed(play, 24, "140522", "活性炭厂"))
                .proposed(15)
                .proven(14)
                .approved(13)
                .notified(12, 7)
                .answered(8)
                .met(7, 35)
                .recorded(6)
                .planned(4);
        play.end();
    }

    /** A problem reported as done that the patrol finds untouched. */
    static CaseStory falselyClaimed(Play play, int daysAgo, String county, String site) {
        return found(play, daysAgo, county, site, "治污设施不正常运行", "脱硫除尘设施停运，烟气直排，县级台账却登记为已完成整改。")
                .underway(daysAgo)
                .reported(daysAgo - 4)
                .checked(daysAgo - 5)
                .verified(daysAgo - 7, "FALSE_CLAIM", "设施仍未运行，整改照片与现场不符，属虚报整改完成情况");
    }
}
