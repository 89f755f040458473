package io.wubu.sample.stories;

import static io.wubu.sample.stories.CaseStory.found;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stage ① 督查: findings that wait for the team leader or the office, that were returned or rejected. */
@Component
@Order(10)
class FoundProblems implements Scenario {

    private final Play play;

    FoundProblems(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        found(play, 1, "130403", "钢材仓储堆场", "堆场扬尘", "露天堆放砂石料约三百立方米，未苫盖，场地未硬化，车辆进出扬尘明显。");
        found(play, 1, "130402", "汽修喷涂门店", "VOCs治理问题", "喷漆作业未在密闭空间进行，未安装废气收集处理设施，现场异味明显。")
                .submitted(1);
        found(play, 1, "140581", "铸造车间", "无组织排放", "浇注工序无集气罩，烟粉尘经车间门窗外逸，地面积尘较厚。").submitted(1);
        found(play, 2, "130404", "混凝土搅拌站", "堆场扬尘", "砂石料仓未封闭，喷淋设施未启用，运输车辆未冲洗带泥上路。")
                .submitted(2)
                .reviewed(1, "RETURN", "请补充堆场面积和业主信息");
        found(play, 3, "130406", "机械加工厂", "超标排放", "疑似颗粒物超标，经复核现场监测数据低于限值，设施运行正常。")
                .submitted(3)
                .reviewed(2, "REJECT", "监测数据达标，问题不成立");
        play.end();
    }
}
