package io.wubu.sample.stories;

import static io.wubu.sample.stories.CaseStory.found;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stage ② 交办: one problem at each desk of city and county, one nobody signed for in time, one disputed. */
@Component
@Order(20)
class AssignedProblems implements Scenario {

    private final Play play;

    AssignedProblems(Play play) {
        this.play = play;
    }

    @Override
    public void play() {
        found(play, 1, "130403", "塑料制品作坊", "散乱污企业综合整治不力", "无环保手续，注塑工序无废气处理设施，现场正在生产。")
                .assigned(1);
        found(play, 1, "140525", "砖瓦窑厂", "治污设施不正常运行", "脱硫塔循环泵停运，碱液池酸碱度低于六，烟气近乎直排。")
                .assigned(1);
        found(play, 3, "130408", "标准件酸洗厂", "治污设施不正常运行", "酸雾吸收塔未开启，酸洗槽敞口，车间酸雾无组织排放。")
                .assigned(3);
        found(play, 3, "130407", "家具喷漆车间", "VOCs治理问题", "水帘柜无水运行，活性炭箱内无活性炭，废气未经处理排放。")
                .assigned(3)
                .objected(2, "该企业已于上月停产并断电，现场照片为相邻厂房，请核实点位");
        found(play, 3, "130403", "燃煤浴池", "燃煤工业锅炉治理不到位", "仍在使用一台一蒸吨以下燃煤锅炉，未列入淘汰清单，烟囱冒黑烟。")
                .assigned(3)
                .signed(2);
        found(play, 4, "130403", "建筑工地", "工地扬尘", "土方作业未湿法施工，裸露土方未覆盖，出入口未设车辆冲洗设施。")
                .assigned(4)
                .signed(3)
                .split(1);
        found(play, 4, "140581", "白灰窑", "未安装污染治理设施", "立窑无除尘脱硫设施，烟尘直排，周边积灰明显，村民反映强烈。")
                .assigned(4)
                .signed(3)
                .split(2)
                .claimed(2);
        found(play, 5, "130481", "洗煤厂", "堆场扬尘", "煤堆未全部进棚，防风抑尘网破损，喷淋未覆盖堆场北侧。")
                .assigned(5)
                .signed(4)
                .split(3)
                .claimed(3)
                .planned(1);
        play.end();
    }
}
