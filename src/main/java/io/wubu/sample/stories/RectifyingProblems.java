package io.wubu.sample.stories;

import static io.wubu.sample.stories.CaseStory.found;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stage ② on the way: rectifications in time, and two past their date of which the county leader was told. */
@Component
@Order(30)
class RectifyingProblems implements Scenario {

    private final Play play;

    RectifyingProblems(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        found(play, 6, "130403", "印刷包装厂", "VOCs治理问题", "印刷工序集气罩风量不足，光氧设备灯管损坏过半，异味外逸。")
                .underway(6);
        found(play, 7, "130426", "焦化配套料场", "工业企业未完成提标改造", "焦炉烟气脱硝改造未按计划完成，主体设备尚未到货安装。")
                .underway(7);
        found(play, 6, "140581", "铸管厂", "治污设施不正常运行", "布袋除尘器压差异常，灰斗漏灰，岗位无组织排放明显。")
                .underway(6);
        found(play, 15, "130423", "木材加工户", "散乱污企业综合整治不力", "列入取缔清单未落实两断三清，原料和设备仍在现场。")
                .underway(15);
        found(play, 14, "140525", "石料加工厂", "治污设施不正常运行", "破碎筛分工序除尘器停运，皮带廊未封闭，粉尘外逸。")
                .underway(14);
        play.end();
    }
}
