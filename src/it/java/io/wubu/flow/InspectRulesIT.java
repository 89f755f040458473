package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.flow.directory.Directory;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may check, and what a verdict needs. */
class InspectRulesIT extends InspectSteps {

    @Autowired
    private People people;

    @Autowired
    private Directory directory;

    @Test
    void whoHasNotBeenThereCannotLetItPass() {
        var number = reported();
        var paper = new HashMap<>(checked("PASS"));
        paper.put("onSite", "NO");

        assertThatThrownBy(() -> handIn(bureau(), number, "checkByCounty", paper))
                .hasStackTraceContaining("未到现场核查的不能通过");
        assertThat(problem(number).state()).isEqualTo(State.REPORTED);
    }

    /** Golden case 19. */
    @Test
    void nobodyChecksWhatHeReportedHimself() {
        var number = register(bureau());
        start(number, "CHECK");

        assertThatThrownBy(() -> handIn(bureau(), number, "checkByCounty", checked("PASS")))
                .hasStackTraceContaining("不能核查本人上报或报告完成的问题");
        assertThat(task(number, "checkByCounty").getAssignee()).isNull();
        assertThat(problem(number).state()).isEqualTo(State.REPORTED);
    }

    /** Golden case 19. */
    @Test
    void nobodyChecksTheRegionHeComesFrom() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));
        var local = fromHere(new Person("patrol-native.130400", "邯郸市巡查组", Role.PATROL_TEAM, CITY, null));

        assertThatThrownBy(() -> handIn(local, number, "verifyOnSite", verdict(local, "RECTIFIED")))
                .hasStackTraceContaining("户籍地或原任职地");
        assertThat(problem(number).state()).isEqualTo(State.COUNTY_CHECKED);
    }

    /** The same of whoever checks and is no visitor. */
    @Test
    void nobodyOfAnOfficeChecksTheRegionHeComesFrom() {
        var number = reported();
        var local = fromHere(new Person("bureau-native." + COUNTY, "丛台区县区生态环境局", Role.COUNTY_ECO_BUREAU, COUNTY, null));

        assertThatThrownBy(() -> handIn(local, number, "checkByCounty", checked("PASS")))
                .hasStackTraceContaining("户籍地或原任职地");
        assertThat(problem(number).state()).isEqualTo(State.REPORTED);
    }

    /** Somebody who turns out to come from there; today he would not be given the post. */
    private String fromHere(Person person) {
        if (people.find(person.userId()).isEmpty()) {
            people.add(person);
            directory.open(person, PASSWORD);
            jdbc.sql("update wubu.person set home_region = :home where user_id = :id")
                    .param("home", COUNTY)
                    .param("id", person.userId())
                    .update();
        }
        return person.userId();
    }

    @Test
    void aVerdictNeedsPhotosAndANote() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));

        assertThatThrownBy(() -> handIn(patrol(), number, "verifyOnSite", Map.of("verdict", "RECTIFIED")))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("“核实情况”必填")
                .hasMessageContaining("“现场照片”必填");
    }
}
