package io.wubu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.flow.AssignSteps;
import io.wubu.people.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T65: what looks like an expression of the models (JUEL), of the tables (FEEL) or of Spring is kept as it was typed. */
class ExpressionTextIT extends WubuTest {

    private static final List<String> EXPRESSIONS = List.of(
            "${7*191}",
            "#{7*191}",
            "${execution.setVariable('owned', true)}",
            "#{''.getClass().forName('java.lang.Runtime')}",
            "#{T(java.lang.Runtime).getRuntime().exec('id')}",
            "${systemEnvironment}",
            "散乱污\" or true or \"",
            "if true then 1337 else 0",
            "for i in 1..99999999 return i",
            "\\${7*191} $${7*191} <%= 7*191 %> {{7*191}}");

    @LocalServerPort
    private int port;

    private String office;

    @BeforeEach
    void open() {
        office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
    }

    @Test
    void aLedgersExpressionsAreText() {
        var rows = EXPRESSIONS.stream()
                .map(text ->
                        "2026-11-20,河北省,邯郸市,丛台区,%1$s,%1$s,%1$s".formatted("\"" + text.replace("\"", "\"\"") + "\""))
                .collect(Collectors.joining("\n", "date,province,city,county,point_name,problem_type,problem\n", "\n"));
        var said = imported(rows);
        assertThat(said.path("rejected").toString()).isEqualTo("[]");
        var numbers = said.path("problems");
        assertThat(numbers).hasSize(EXPRESSIONS.size());
        for (var i = 0; i < EXPRESSIONS.size(); i++) {
            var kept = problem(numbers.get(i).asText());
            assertThat(kept.siteName()).isEqualTo(EXPRESSIONS.get(i));
            assertThat(kept.problemType()).isEqualTo(EXPRESSIONS.get(i));
            assertThat(kept.description()).isEqualTo(EXPRESSIONS.get(i));
            assertThat(kept.severity()).as("the table's last rule").isEqualTo("NORMAL");
        }
        numbers.forEach(number -> runJobs(number.asText()));
        nothingWasComputed();
    }

    /** Formulas of spreadsheets, and of FEEL where it begins like one, don't come in at all. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "= if true then 1 else 0", "+1", "-1", "@SUM(A1)", "＝1", "\t=1"})
    void whatBeginsLikeAFormulaIsRefused(String text) {
        var said = imported("date,province,city,county,point_name,problem_type,problem\n2026-11-20,河北省,邯郸市,丛台区,\""
                + text + "\",散乱污,问题\n");
        assertThat(said.path("rejected").findValuesAsText("code")).containsExactly("formula");
    }

    @Test
    void whatOfficersWriteIsText() {
        var number = importedProblem(COUNTY, "散乱污");
        var steps = new AssignSteps(this);
        handIn(account(Role.CITY_ECO_OFFICE, CITY), number, "signIn", Map.of("signedBy", "${7*191}"));
        handIn(account(Role.CITY_ECO_OFFICE, CITY), number, "split", with(steps.split(COUNTY), "leadUnit", "#{7*191}"));
        handIn(
                account(Role.COUNTY_GOV, COUNTY),
                number,
                "claimByCounty",
                with(steps.claim(number), "responsiblePerson", "${execution.setVariable('owned', true)}"));
        assertThat(problem(number).responsiblePerson()).isEqualTo("${execution.setVariable('owned', true)}");
        assertThat(problem(number).leadUnit()).isEqualTo("#{7*191}");
        var record = new Browser(port)
                .withPassword(office, PASSWORD)
                .get("/api/problems/" + number)
                .body();
        assertThat(record).contains("${7*191}").doesNotContain("1337");
        nothingWasComputed();
    }

    private static Map<String, Object> with(Map<String, Object> paper, String field, String text) {
        var all = new HashMap<>(paper);
        all.put(field, text);
        return all;
    }

    private void nothingWasComputed() {
        assertThat(asSystem.call(() -> engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("owned")
                        .count()))
                .isZero();
    }

    private JsonNode imported(String csv) {
        var wire = new Wire(port, office, PASSWORD);
        var answer = wire.upload(
                "/api/ledger/import",
                "file",
                "filename=\"l.csv\"",
                "text/csv",
                csv.getBytes(StandardCharsets.UTF_8),
                Map.of());
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
