package io.wubu.sample.stories;

import static io.wubu.sample.stories.CaseStory.found;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 销号: one problem at each stop from the application to the closed line, one in its public notice. */
@Component
@Order(50)
class ClosingProblems implements Scenario {

    private final Play play;

    ClosingProblems(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        verified(14, "130403", "建材加工厂");
        closing(15, "130402", "涂料分装点").applied(5);
        closing(16, "130403", "砂石装卸点").applied(6).reviewed(4);
        closing(17, "140581", "陶瓷窑炉").applied(7).reviewed(6).accepted(4);
        closing(19, "130403", "金属热处理厂").applied(9).reviewed(8).accepted(5).published(3);
        closing(22, "130404", "轧钢修磨间").applied(13).reviewed(12).accepted(10).published(9);
        closing(26, "140581", "锅炉房")
                .applied(17)
                .reviewed(16)
                .accepted(14)
                .published(13)
                .signedOff(5);
        closing(30, "130403", "木器厂")
                .applied(21)
                .reviewed(20)
                .accepted(18)
                .published(17)
                .signedOff(9)
                .filed(6);
        closing(32, "140525", "耐火材料厂")
                .applied(22)
                .reviewed(21)
                .accepted(19)
                .published(18)
                .signedOff(10)
                .filed(7);
        play.end();
    }

    private ClosureStory closing(int daysAgo, String county, String site) {
        return new ClosureStory(play, verified(daysAgo, county, site));
    }

    private CaseStory verified(int daysAgo, String county, String site) {
        return found(play, daysAgo, county, site, "治污设施不正常运行", "治污设施停运，排气筒有明显可见烟尘，现场无运行维护记录。")
                .underway(daysAgo)
                .reported(daysAgo - 6)
                .checked(daysAgo - 7)
                .verified(daysAgo - 8, "RECTIFIED", "设施正常运行，台账完整，整改到位");
    }
}
