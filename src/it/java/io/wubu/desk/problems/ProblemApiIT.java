package io.wubu.desk.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The ledger over HTTP: what an account may read, how lists are filtered, how a finding is reported. */
class ProblemApiIT extends WubuTest {

    private static final String TYPE = "露天焚烧";

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
    private record Said(int status, String text, JsonNode body) {}

    /** Golden case 20 of the rule book. */
    @Test
    void aForeignProblemIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        var number = importedProblem(COUNTY, TYPE);
        var neighbour = account(Role.COUNTY_GOV, "130402");
        var foreign = read(neighbour, "/api/problems/" + number);
        var unknown = read(neighbour, "/api/problems/PB-2017Q-R06-130403-99999");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(foreign.text().replace(number, "N"))
                .isEqualTo(unknown.text().replace("PB-2017Q-R06-130403-99999", "N"));
        assertThat(read(neighbour, "/api/records/" + number).status()).isEqualTo(404);
        assertThat(read(account(Role.CITY_ECO_OFFICE, "140500"), "/api/problems/" + number)
                        .status())
                .isEqualTo(404);
        assertThat(read(neighbour, "/api/problems?text=" + number)
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        for (var reader : List.of(
                account(Role.COUNTY_GOV, COUNTY),
                account(Role.CITY_ECO_OFFICE, CITY),
                account(Role.PROVINCE_OFFICE, "130000"),
                account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY))) {
            assertThat(read(reader, "/api/problems/" + number).status())
                    .as(reader)
                    .isEqualTo(200);
        }
    }

    @Test
    void aProblemShowsItsRecordItsTasksAndItsSite() throws Exception {
        var number = importedProblem(COUNTY, TYPE);
        var file = read(account(Role.CITY_ECO_OFFICE, CITY), "/api/problems/" + number)
                .body();
        assertThat(file.path("record").path("number").asText()).isEqualTo(number);
        assertThat(file.path("stateName").asText()).isEqualTo("已交办");
        assertThat(file.path("entries").findValuesAsText("label")).containsExactly("登记", "定级建议", "台账导入");
        assertThat(file.path("tasks")).singleElement().satisfies(task -> {
            assertThat(task.path("name").asText()).isEqualTo("签收");
            assertThat(task.path("post").asText()).isEqualTo("邯郸市 市整改办");
            assertThat(task.path("due").asText()).isEqualTo("2026-11-25T10:00:00Z");
            assertThat(task.path("daysLeft").asInt()).isEqualTo(1);
            assertThat(task.path("colour").asText()).isEqualTo("yellow");
        });
        assertThat(file.path("deadline").path("colour").asText()).isIn("yellow", "green");
        assertThat(file.path("siteHistory")).isEmpty();
        var line = read(account(Role.CITY_ECO_OFFICE, CITY), "/api/problems?text=" + number)
                .body()
                .path("items")
                .path(0);
        assertThat(line.path("daysLeft")).isEqualTo(file.path("deadline").path("daysLeft"));
        assertThat(line.path("colour")).isEqualTo(file.path("deadline").path("colour"));
    }

    @Test
    void listsAreFilteredAndPaged() throws Exception {
        var office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        var here = importedProblem(COUNTY, "裸露");
        var there = importedProblem(OTHER_COUNTY, "裸露");
        assertThat(numbers(office, "type=裸露")).contains(here, there);
        assertThat(numbers(office, "type=裸露&region=130000")).contains(here).doesNotContain(there);
        assertThat(numbers(office, "type=裸露&region=140500")).contains(there).doesNotContain(here);
        assertThat(numbers(account(Role.CITY_ECO_OFFICE, CITY), "type=裸露&region=140500"))
                .isEmpty();
        assertThat(numbers(office, "text=" + here)).containsExactly(here);
        assertThat(numbers(office, "size=100&text=%25")).doesNotContain(here);
        assertThat(numbers(office, "type=裸露&stage=2&state=ASSIGNED,SIGNED&round=6"))
                .contains(here, there);
        assertThat(numbers(office, "type=裸露&state=CLOSED")).isEmpty();
        assertThat(numbers(office, "type=裸露&overdue=true")).isEmpty();
        clock.to(LocalDateTime.of(2026, 11, 28, 9, 0));
        assertThat(numbers(office, "type=裸露&overdue=true&size=100")).contains(here, there);
        var page = read(office, "/api/problems?type=裸露&size=1&page=2").body();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("page").asInt()).isEqualTo(2);
        assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(read(office, "/api/problems?size=101").status()).isEqualTo(422);
        assertThat(read(office, "/api/problems?state=OPEN").status()).isEqualTo(422);
        assertThat(read(office, "/api/problems?page=x").status()).isEqualTo(400);
    }

    @Test
    void aFindingStartsTheFiveSteps() throws Exception {
        var team = account(Role.SUPERVISION_TEAM, CITY);
        var said = report(team, finding(photos(team, 2)));
        assertThat(said.status()).as(said.text()).isEqualTo(200);
        var number = said.body().path("number").asText();
        assertThat(number).startsWith("PB-2017Q-R06-130403-");
        assertThat(openSteps(number)).containsExactly("submitFinding");
        assertThat(problem(number).source()).isEqualTo("SUPERVISION");
        assertThat(problem(number).uscc()).isEqualTo("91130403MA0000001W");
    }

    @Test
    void aFlagSaysOverdueExactlyWhereTheListDoes() throws Exception {
        var office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        var unsigned = importedProblem(COUNTY, "油气回收");
        var reported = importedProblem(COUNTY, "油气回收");
        new AssignSteps(this).until(reported, "reportDone");
        handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), reported, "reportDone", new AssignSteps(this).report(COUNTY));
        assertThat(lates(office)).isEmpty();

        clock.to(task(unsigned, "signIn").getDueDate().toInstant().plusSeconds(1));
        assertThat(lates(office)).contains(unsigned).doesNotContain(reported);
        assertThat(problem(unsigned).flags()).contains("OVERDUE");
        assertThat(problem(reported).flags()).doesNotContain("OVERDUE");

        handIn(account(Role.CITY_ECO_OFFICE, CITY), unsigned, "signIn", Map.of("signedBy", "值班主任"));
        assertThat(lates(office)).isEmpty();
        assertThat(problem(unsigned).flags()).doesNotContain("OVERDUE");
    }

    /** The overdue ones, by the filter, the field, the colour and the flag: all four say the same. */
    private List<String> lates(String office) throws Exception {
        var late = numbers(office, "type=油气回收&overdue=true");
        for (var item : read(office, "/api/problems?type=油气回收").body().path("items")) {
            var is = late.contains(item.path("number").asText());
            assertThat(item.path("overdue").asBoolean()).isEqualTo(is);
            assertThat(item.path("flags").toString().contains("OVERDUE")).isEqualTo(is);
            assertThat(item.path("colour").asText().equals("red")).isEqualTo(is);
        }
        return late;
    }

    @Test
    void everyFaultOfAFindingIsNamedAndNothingIsRegistered() throws Exception {
        var team = account(Role.SUPERVISION_TEAM, CITY);
        var before = jdbc.sql("select count(*) from wubu.problem")
                .query(Integer.class)
                .single();
        var fields = finding(photos(team, 1));
        fields.putAll(Map.of("uscc", "91130403MA0000001X", "countyCode", OTHER_COUNTY, "foundOn", "2026-11-25"));
        fields.put("description", "太短");
        fields.remove("lon");
        var said = report(team, fields);
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.body().path("faults").findValuesAsText("field"))
                .containsExactly("uscc", "countyCode", "lon", "foundOn", "description", "photos");
        assertThat(report(team, finding(photos(account(Role.PATROL_TEAM, CITY), 2)))
                        .text())
                .contains("须由上报人本人上传");
        assertThat(report(account(Role.COUNTY_GOV, COUNTY), finding(List.of())).status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from wubu.problem")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void theListsFormsChooseFromAreServed() throws Exception {
        var city = account(Role.CITY_ECO_OFFICE, CITY);
        assertThat(read(city, "/api/regions").body().findValuesAsText("code"))
                .contains(COUNTY)
                .hasSize(20);
        assertThat(read(city, "/api/regions?under=000000").body()).hasSize(7);
        assertThat(read(city, "/api/regions?under=999999").status()).isEqualTo(404);
        assertThat(read(city, "/api/problem-types").body().findValuesAsText("name"))
                .startsWith("超标排放", "自动监测数据弄虚作假")
                .contains("面源污染防控未达到要求", "散乱污", "燃煤锅炉(清单外)")
                .doesNotHaveDuplicates();
    }

    private static Map<String, Object> finding(List<String> photos) {
        var fields = new HashMap<String, Object>();
        fields.put("siteName", "某某砖瓦厂");
        fields.put("uscc", "91130403MA0000001W");
        fields.put("countyCode", COUNTY);
        fields.put("lon", 114.49);
        fields.put("lat", 36.61);
        fields.put("foundOn", "2026-11-24");
        fields.put("problemType", "散乱污");
        fields.put("description", "现场正在生产，无环保手续，无污染治理设施，烟尘直排。");
        fields.put("photos", photos);
        return fields;
    }

    private Said report(String account, Map<String, Object> fields) throws Exception {
        return perform(
                account,
                post("/api/findings").contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(fields)));
    }

    private List<String> numbers(String account, String filter) throws Exception {
        return read(account, "/api/problems?" + filter).body().path("items").findValuesAsText("number");
    }

    private Said read(String account, String address) throws Exception {
        return perform(account, get(java.net.URI.create(address.replace("裸露", "%E8%A3%B8%E9%9C%B2"))));
    }

    private Said perform(String account, MockHttpServletRequestBuilder request) throws Exception {
        var response =
                http.perform(request.principal(() -> account)).andReturn().getResponse();
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Said(response.getStatus(), text, json.readTree(text));
    }
}
