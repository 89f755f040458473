package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.flow.directory.Directory;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person, several posts: he sees and does what the chosen one may, and no case under two of them. */
class PostsIT extends WubuTest {

    private static final String DISTRICT = "130481";

    private final AssignSteps assign = new AssignSteps(this);

    @Autowired
    private People people;

    @Autowired
    private Directory directory;

    @LocalServerPort
    private int port;

    private String both = "";

    @BeforeEach
    void aUnitOfOneCountyAndTheLeaderOfAnother() {
        both = account(Role.RESPONSIBLE_UNIT, DISTRICT);
        if (people.postsOf(both).size() == 1) {
            // of the same place: from before such posts were kept apart (people.Apart)
            jdbc.sql("insert into wubu.person (user_id, display_name, role, region_code, acting)"
                            + " values (:id, '武安市县区政府负责人', 'COUNTY_LEADER', :region, false)")
                    .param("id", both)
                    .param("region", DISTRICT)
                    .update();
            people.add(new Person(both, "丛台区县区政府负责人", Role.COUNTY_LEADER, COUNTY, null)); // of another place
        }
        choose(Role.RESPONSIBLE_UNIT, DISTRICT);
    }

    @Test
    void theChosenPostDecidesWhatIsSeen() {
        var here = planned(DISTRICT);
        var there = planned(COUNTY);
        as(both, () -> assertThat(tasksOf(here)).hasSize(1));
        as(both, () -> assertThat(tasksOf(there)).isEmpty());

        var answer = choose(Role.COUNTY_LEADER, COUNTY);
        assertThat(answer).contains("\"post\":\"丛台区县区政府负责人\"", "武安市责任单位");
        as(both, () -> assertThat(tasksOf(here)).isEmpty());
        as(both, () -> assertThat(tasksOf(there)).hasSize(1));
        assertThat(people.get(both).regionCode()).isEqualTo(COUNTY);
    }

    @Test
    void whatWasClaimedUnderOnePostIsNotHandedInUnderAnother() throws Exception {
        var number = planned(DISTRICT);
        var task = task(number, "draftPlan").getId();
        as(both, () -> engine.getTaskService().claim(task, both));
        choose(Role.COUNTY_LEADER, DISTRICT);
        as(both, () -> assertThatThrownBy(() -> papers.handIn(task, both, assign.plan(number)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("不属于您现在的岗位"));
        var answer = new Browser(port)
                .withPassword(both, PASSWORD)
                .send(
                        "POST",
                        "/api/tasks/" + task + "/complete",
                        new ObjectMapper().writeValueAsString(assign.plan(number)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请换到认领时的岗位再提交");
        assertThat(openSteps(number)).containsExactly("draftPlan");
    }

    @Test
    void nobodyActsInOneCaseUnderTwoPosts() {
        var number = planned(DISTRICT);
        handIn(colleague(), number, "draftPlan", assign.plan(number));
        choose(Role.COUNTY_LEADER, DISTRICT);
        handIn(both, number, "approvePlan", Map.of("decision", "APPROVE"));
        choose(Role.RESPONSIBLE_UNIT, DISTRICT);
        var work = task(number, "rectify").getId();
        as(both, () -> assertThatThrownBy(() -> engine.getTaskService().claim(work, both))
                .rootCause()
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("同一案卷只能以一个岗位办理"));
        assertThat(openSteps(number)).containsExactly("rectify");
    }

    @Test
    void aPostNotHeldIsNotTaken() {
        var before = people.get(both);
        var answer = put("{\"role\":\"MINISTRY_LEADER\",\"regionCode\":\"000000\"}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(people.get(both)).isEqualTo(before);
        assertThat(put("{\"role\":\"COUNTY_LEADER\"}").statusCode()).isEqualTo(422);
        assertThat(put("{\"role\":\"KING\",\"regionCode\":\"000000\"}").statusCode())
                .isEqualTo(400);
    }

    /** Somebody else at the same unit. */
    private String colleague() {
        var other = new Person("second-unit." + DISTRICT, "武安市责任单位二", Role.RESPONSIBLE_UNIT, DISTRICT, null);
        if (people.find(other.userId()).isEmpty()) {
            people.add(other);
            directory.open(other, "geheim-1234");
        }
        return other.userId();
    }

    /** A problem that waits for the unit's plan. */
    private String planned(String county) {
        var number = importedProblem(county, "散乱污");
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        handIn(office, number, "signIn", Map.of("signedBy", "值班室主任"));
        handIn(office, number, "split", assign.split(county));
        handIn(account(Role.COUNTY_GOV, county), number, "claimByCounty", assign.claim(number));
        return number;
    }

    private List<?> tasksOf(String number) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    private String choose(Role role, String region) {
        var answer = put("{\"role\":\"%s\",\"regionCode\":\"%s\"}".formatted(role, region));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private java.net.http.HttpResponse<String> put(String body) {
        return new Browser(port).withPassword(both, "geheim-1234").send("PUT", "/api/me/post", body);
    }
}
