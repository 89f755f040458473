package io.wubu.sample.stories;

import static io.wubu.sample.stories.CaseStory.found;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stage ③ 巡查: reported done, checked by the county, verified by the patrol, or found not rectified. */
@Component
@Order(40)
class InspectedProblems implements Scenario {

    private final Play play;

    InspectedProblems(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        found(play, 9, "130403", "橡胶制品厂", "治污设施不正常运行", "硫化工序废气收集管道脱落，处理设施空转，异味扰民。")
                .underway(9)
                .reported(2);
        found(play, 10, "130402", "饭店燃煤灶", "燃煤散烧", "后厨仍使用燃煤灶两台，未改用清洁能源，油烟净化器未开。")
                .underway(10)
                .reported(8)
                .checked(6);
        found(play, 10, "140581", "玻璃器皿厂", "治污设施不正常运行", "窑炉脱硝喷氨系统停用，在线数据缺失两小时，无维护记录。")
                .underway(10)
                .reported(4)
                .checked(3);
        found(play, 12, "130424", "管件喷塑厂", "VOCs治理问题", "固化炉废气未收集，车间门窗敞开，活性炭更换台账造假嫌疑。")
                .underway(12)
                .reported(7)
                .checked(6)
                .verified(4, "PARTIAL", "固化炉已接入收集管道，但活性炭箱未更换填料，部分整改");
        play.end();
    }
}
