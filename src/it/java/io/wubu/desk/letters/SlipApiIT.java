package io.wubu.desk.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Slips over HTTP: who may issue one by hand, who may read and print it. */
class SlipApiIT extends WubuTest {

    private static final Map<String, Object> ORDER = Map.of(
            "colour", "WHITE", "trigger", "IMPORTANT", "facts", "群众反映强烈，问题尚未整改到位", "requirement", "请立即组织整改，每日报告进展");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ObjectMapper json;

    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void theUrgingOfficeIssuesASlipThatCountyAndCityReadAndPrint() throws Exception {
        var number = claimed();
        var office = account(Role.URGING_OFFICE, CITY);
        assertThat(slips(office, number).path("mayIssue").asBoolean()).isTrue();
        assertThat(slips(account(Role.COUNTY_GOV, COUNTY), number)
                        .path("mayIssue")
                        .asBoolean())
                .isFalse();

        assertThat(order(office, number, ORDER).getStatus()).isEqualTo(202);
        assertThat(order(office, number, ORDER).getStatus()).as("one at a time").isEqualTo(409);
        fire(number, "officeOpens");

        var list = slips(account(Role.COUNTY_GOV, COUNTY), number);
        assertThat(list.path("running").asBoolean()).isTrue();
        var slip = list.path("slips").get(0);
        assertThat(slip.path("title").asText()).isEqualTo("白色督办单");
        assertThat(slip.has("clue")).isFalse();
        var address = "/api/slips/" + slip.path("number").asText();
        assertThat(read(account(Role.COUNTY_GOV, COUNTY), address).getStatus()).isEqualTo(200);
        assertThat(read(account(Role.COUNTY_GOV, "130402"), address).getStatus())
                .isEqualTo(404);
        var page = read(account(Role.CITY_LEADER, CITY), address + "/document");
        assertThat(page.getContentType()).startsWith("text/html");
        assertThat(page.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(Jsoup.parse(text(page)).select(".band").text()).isEqualTo("白色督办单");
        assertThat(read(account(Role.COUNTY_GOV, "130402"), address + "/document")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void othersIssueNothingAndWrongOrdersAreRefusedFieldByField() throws Exception {
        var number = claimed();

        assertThat(order(account(Role.COUNTY_GOV, COUNTY), number, ORDER).getStatus())
                .isEqualTo(403);
        assertThat(order(account(Role.URGING_OFFICE, "140500"), number, ORDER).getStatus())
                .isEqualTo(404);
        var refused = order(account(Role.URGING_OFFICE, CITY), number, Map.of("trigger", "SLIP_EXPIRED", "facts", "短"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(json.readTree(text(refused)).path("faults").findValuesAsText("field"))
                .containsExactly("colour", "trigger", "facts", "requirement");
        var early = importedProblem(COUNTY, "散乱污");
        assertThat(order(account(Role.URGING_OFFICE, CITY), early, ORDER).getStatus())
                .as("no county has taken it yet")
                .isEqualTo(409);
    }

    private String claimed() {
        var number = importedProblem(COUNTY, "散乱污");
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.CLAIMED));
        return number;
    }

    private JsonNode slips(String account, String number) throws Exception {
        return json.readTree(text(read(account, "/api/problems/" + number + "/slips")));
    }

    private MockHttpServletResponse order(String account, String number, Map<String, Object> order) throws Exception {
        return perform(
                account,
                post("/api/problems/" + number + "/slips")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(order)));
    }

    private MockHttpServletResponse read(String account, String address) throws Exception {
        return perform(account, get(address));
    }

    private MockHttpServletResponse perform(String account, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.principal(() -> account)).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
