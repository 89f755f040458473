package io.wubu.desk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.flow.SlipSteps;
import io.wubu.flow.ladder.Forecast;
import io.wubu.people.Role;
import io.wubu.rulings.Ruling;
import io.wubu.rulings.Rulings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every ruling of a case can be shown: table, version, row, inputs, result, sources and day; a forecast leaves none. */
class RulingApiIT extends SlipSteps {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Rulings rulings;

    @Autowired
    private Forecast forecast;

    @Test
    void aProblemShowsWhatWasDecidedByWhichTableAndSource() throws Exception {
        clock.to(LocalDateTime.of(2026, 11, 24, 9, 0));
        var number = rectifying();
        fire(number, "rectificationDue");
        fire(number, "officeOpens");

        var colour = of(number, "slipColour");
        assertThat(colour).singleElement().satisfies(ruling -> {
            assertThat(ruling.step()).isEqualTo("decideColour");
            assertThat(ruling.version()).isPositive();
            assertThat(ruling.row()).isEqualTo("slipColourRule7");
            assertThat(ruling.inputs())
                    .extracting(input -> input.name() + " " + input.word())
                    .containsExactly("trigger 整改逾期", "previous 无", "earlier 无", "requested 无");
            assertThat(ruling.result())
                    .extracting(output -> output.name() + " " + output.word())
                    .contains("colour 白色", "amount 7", "unit 个工作日", "clue 否");
            assertThat(ruling.sources()).containsExactly("default-slip-colour");
        });
        assertThat(of(number, "leadUnit")).singleElement().satisfies(ruling -> {
            assertThat(ruling.step()).isEqualTo("split");
            assertThat(ruling.day()).isEqualTo(problem(number).foundOn());
        });
        assertThat(of(number, "taskLimit"))
                .extracting(ruling -> ruling.inputs().get(0).value())
                .contains("signIn", "split", "claimByCounty", "draftPlan");

        assertThat(engine.getHistoryService()
                        .createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey("slipColour")
                        .activityIdIn("decideColour")
                        .count())
                .as("the engine keeps its own history of business rule tasks")
                .isPositive();

        var lines = lines(account(Role.COUNTY_GOV, COUNTY), number);
        var white = StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("table").asText().equals("三色督办单"))
                .findFirst()
                .orElseThrow();
        assertThat(white.path("isDefault").asBoolean()).isTrue();
        assertThat(white.path("step").asText()).isEqualTo("定颜色");
        assertThat(white.path("sources").get(0).path("kind").asText()).isEqualTo("默认值");
        assertThat(white.path("sources").get(0).path("reason").asText()).isNotEmpty();
        assertThat(white.path("result").findValuesAsText("label"))
                .contains("颜色")
                .doesNotContain("提出问题线索", "抄送岗位", "时限单位");
        assertThat(white.path("result").findValuesAsText("word")).contains("白色", "7个工作日");
    }

    @Test
    void aForecastLeavesNothingAndARepeatedQuestionRulesOnce() {
        var number = rectifying();
        var before = rulings.of(number).size();

        assertThat(forecast.of(number)).isNotEmpty();

        assertThat(rulings.of(number)).hasSize(before);
        assertThat(of(number, "taskLimit"))
                .extracting(ruling -> ruling.inputs().get(0).value())
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherCountyLearnsNothingAndNobodyChangesARuling() throws Exception {
        var number = rectifying();

        var foreign = http().perform(get("/api/cases/{number}/rulings", number)
                        .principal(() -> account(Role.COUNTY_GOV, OTHER_COUNTY)))
                .andReturn()
                .getResponse();
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> jdbc.sql("update wubu.ruling set version = 9 where subject = :number")
                        .param("number", number)
                        .update())
                .hasStackTraceContaining("permission denied for table ruling");
    }

    private List<Ruling> of(String number, String table) {
        return rulings.of(number).stream()
                .filter(ruling -> ruling.table().equals(table))
                .toList();
    }

    private JsonNode lines(String account, String number) throws Exception {
        var answer = http().perform(get("/api/cases/{number}/rulings", number).principal(() -> account))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockMvc http() {
        return MockMvcBuilders.webAppContextSetup(context).build();
    }
}
