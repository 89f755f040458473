package io.wubu.flow;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** A reported and a closed problem, and what inspectors write, for the tests of 巡查. */
abstract class InspectSteps extends WubuTest {

    @Autowired
    Records records;

    String reported() {
        var number = register("team.130400");
        start(number, "CHECK");
        return number;
    }

    String register(String reporter) {
        var finding = new Finding(
                "SUPERVISION",
                COUNTY,
                "2017Q-R06",
                null,
                "核查点位" + UUID.randomUUID(),
                null,
                null,
                null,
                "散乱污",
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null);
        var number = problems.register(finding, new Actor(reporter, "督查组"), List.of());
        problems.move(number, Move.of("report", "报告完成", Actor.SYSTEM, List.of(State.DRAFT), State.REPORTED));
        return number;
    }

    void start(String number, String mode) {
        asSystem.run(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("inspect", number, Map.of("regionCode", COUNTY, "mode", mode)));
    }

    Map<String, Object> checked(String conclusion) {
        return Map.of(
                "onSite", "YES", "conclusion", conclusion, "opinion", "现场核对整改措施逐项落实情况", "photos", photos(bureau(), 2));
    }

    Map<String, Object> verdict(String account, String verdict) {
        return Map.of("verdict", verdict, "note", "现场逐项核对，情况如照片所示", "photos", photos(account, 1));
    }

    String bureau() {
        return account(Role.COUNTY_ECO_BUREAU, COUNTY);
    }

    String patrol() {
        return account(Role.PATROL_TEAM, CITY);
    }

    Object variable(String number, String name) {
        return asSystem.call(() -> {
            var instance = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .processDefinitionKey("inspect")
                    .singleResult();
            return engine.getHistoryService()
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(instance.getId())
                    .variableName(name)
                    .singleResult()
                    .getValue();
        });
    }
}
