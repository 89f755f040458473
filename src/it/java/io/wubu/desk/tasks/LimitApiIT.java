package io.wubu.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Limits, urging and calendar over HTTP: who may stop a clock, who may urge, who keeps the calendar. */
class LimitApiIT extends WubuTest {

    private static final String GROUND = "法院查封现场，责任单位无法进入施工";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ObjectMapper json;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** What the server said. */
    private record Said(int status, JsonNode body) {}

    @Test
    void theCitysOfficeStopsAndRestartsTheUnitsClockWithGroundAndPhoto() throws Exception {
        var number = planning();
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var path = "/api/cases/" + number + "/limits/draftPlan";

        assertThat(send(office, path + "/pause", Map.of("ground", GROUND))
                        .body()
                        .toString())
                .contains("停表证明");
        assertThat(send(office, path + "/pause", Map.of("ground", "短", "photos", photos(office, 1)))
                        .status())
                .isEqualTo(422);
        assertThat(send(office, path + "/pause", Map.of("ground", GROUND, "photos", photos(office, 1)))
                        .status())
                .isEqualTo(204);
        assertThat(line(office, number, "draftPlan").has("pausedAt")).isTrue();
        assertThat(send(office, path + "/resume", Map.of("ground", "现场已经解封，可以进入施工"))
                        .status())
                .isEqualTo(204);
        assertThat(line(office, number, "draftPlan").has("pausedAt")).isFalse();
        assertThat(line(office, number, "draftPlan").path("sum").asText()).contains("3个工作日");
    }

    @Test
    void nobodyStopsHisOwnClockAndTheUnitStopsNone() throws Exception {
        var number = importedProblem(COUNTY, "散乱污");
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var wish = Map.of("ground", GROUND, "photos", photos(office, 1));
        var path = "/api/cases/" + number + "/limits/signIn/pause";

        var own = send(office, path, wish);
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.body().toString()).contains("limit.own");
        assertThat(send(account(Role.RESPONSIBLE_UNIT, COUNTY), path, wish).status())
                .isEqualTo(403);
        assertThat(send(account(Role.CITY_ECO_OFFICE, "140500"), path, wish).status())
                .isEqualTo(404);
    }

    @Test
    void onlyASuperiorUrges() throws Exception {
        var number = importedProblem(COUNTY, "散乱污");
        var path = "/api/cases/" + number + "/urge";
        var demand = Map.of("demand", "请今日完成签收");

        assertThat(send(account(Role.COUNTY_GOV, COUNTY), path, demand).status())
                .isEqualTo(403);
        assertThat(send(account(Role.CITY_LEADER, CITY), path, demand).status()).isEqualTo(204);
        assertThat(send(account(Role.CITY_LEADER, CITY), path, demand).status()).isEqualTo(422);
    }

    @Test
    void theCalendarIsKeptByTheAdministratorAlone() throws Exception {
        var admin = account(Role.MINISTRY_ADMIN, MINISTRY);
        var office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        var day = "/api/calendar/days/2026-12-02";
        var wish = json.writeValueAsString(Map.of("work", true, "name", "调休", "source", "测试"));

        assertThat(perform(
                                office,
                                put(day).contentType(MediaType.APPLICATION_JSON).content(wish))
                        .status())
                .isEqualTo(403);
        assertThat(perform(
                                admin,
                                put(day).contentType(MediaType.APPLICATION_JSON).content(wish))
                        .body()
                        .toString())
                .contains("不是周末");
        var file = new MockMultipartFile("file", "2028.csv", "text/csv", "a,b".getBytes(StandardCharsets.UTF_8));
        assertThat(perform(admin, multipart("/api/calendar/2028").file(file).param("source", "测试"))
                        .body()
                        .toString())
                .contains("date,type,name");
        assertThat(perform(office, get("/api/calendar?year=2026"))
                        .body()
                        .path("coveredUntil")
                        .asText())
                .isEqualTo("2026-12-31");
    }

    private String planning() {
        var number = importedProblem(COUNTY, "散乱污");
        new AssignSteps(this).until(number, "draftPlan");
        return number;
    }

    private JsonNode line(String account, String number, String step) throws Exception {
        for (var line :
                perform(account, get("/api/cases/" + number + "/limits")).body()) {
            if (line.path("step").asText().equals(step)) {
                return line;
            }
        }
        throw new AssertionError("no limit " + step);
    }

    private Said send(String account, String path, Map<String, ?> body) throws Exception {
        return perform(
                account, post(path).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body)));
    }

    private Said perform(String account, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var answer = http.perform(request.principal(() -> account)).andReturn().getResponse();
        var text = answer.getContentAsString(StandardCharsets.UTF_8);
        return new Said(answer.getStatus(), text.isEmpty() ? json.createArrayNode() : json.readTree(text));
    }
}
