package io.wubu.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.shared.ClockConfiguration;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** 导入台账 over HTTP: all or nothing, every error named, the same file never twice. */
class LedgerImportIT extends WubuTest {

    private static final String HEAD = "date,province,city,county,point_name,problem_type,problem\n";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private ObjectMapper json;

    private MockMvc http;
    private String office;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
        office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
    }

    /** What the server said. */
    private record Said(int status, JsonNode body) {

        List<String> problems() {
            return texts(body.path("problems"), null);
        }

        List<String> codes() {
            return texts(body.path("rejected"), "code");
        }

        private static List<String> texts(JsonNode list, @Nullable String field) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(node -> (field == null ? node : node.path(field)).asText())
                    .toList();
        }
    }

    @Test
    void thePublishedLedgerComesInRowByRowOrIsRefusedForAReason() throws Exception {
        var file = new ClassPathResource("sample/problem_points.csv").getContentAsByteArray();
        var before = count("wubu.problem");

        var refused = send(office, "problem_points.csv", file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems()).isEmpty();
        assertThat(refused.codes()).filteredOn("date.incomplete"::equals).hasSize(11);
        assertThat(refused.codes()).hasSize(11);
        assertThat(count("wubu.problem")).isEqualTo(before);

        var dry = send(office, "problem_points.csv", file, "dryRun", "true", "partial", "true");
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.body().path("accepted").asInt()).isEqualTo(76);
        assertThat(count("wubu.problem")).isEqualTo(before);

        var partial = send(office, "problem_points.csv", file, "partial", "true");
        assertThat(partial.status()).isEqualTo(200);
        assertThat(partial.body().path("accepted").asInt()).isEqualTo(76);
        assertThat(partial.problems()).hasSize(76).doesNotHaveDuplicates();
        assertThat(partial.codes()).hasSize(11);
        assertThat(count("wubu.problem")).isEqualTo(before + 76);

        var again = send(office, "renamed.csv", file, "partial", "true");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("type").asText()).isEqualTo("urn:wubu:stale");
        assertThat(again.body().path("detail").asText()).contains("同一文件已于 2026-11-24 09:00 导入", "部分导入", "76 行");
        assertThat(count("wubu.problem")).isEqualTo(before + 76);
    }

    @Test
    void anImportedRowStandsInStageTwoOfItsRoundWithItsLimitFromTheAssignment() throws Exception {
        var file = ledger("2026-11-20,河北省,邯郸市,丛台区,甲厂,散乱污,现场正在生产\n2026-03-20,河北省,邯郸市,丛台区,乙厂,想不到的类型,旧问题\n");
        var said = send(office, "l.csv", file, "assignedAt", "2026-11-10T09:00:00+08:00");
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body().path("rejected")).isEmpty();

        var first = problem(said.problems().get(0));
        assertThat(first.roundCode()).isEqualTo("2017Q-R06");
        assertThat(first.state()).isEqualTo(State.ASSIGNED);
        assertThat(first.source()).isEqualTo("LEDGER");
        assertThat(first.severity()).isEqualTo("MAJOR");
        assertThat(first.assignedAt()).isEqualTo(at(LocalDateTime.of(2026, 11, 10, 9, 0)));
        assertThat(first.dueAt()).isEqualTo(at(LocalDateTime.of(2026, 11, 25, 18, 0)));
        assertThat(openSteps(first.number())).containsExactly("signIn");

        var second = problem(said.problems().get(1));
        assertThat(second.roundCode()).isNull();
        assertThat(second.number()).startsWith("PB-2017Q-LED-130403-");
        assertThat(second.severity()).isEqualTo("NORMAL");
    }

    @Test
    void withoutADateTheLimitRunsFromNow() throws Exception {
        var number = send(office, "l.csv", ledger("2017-09-08,河北省,邯郸市,丛台区,丙厂,散乱污,很早的问题\n"))
                .problems()
                .get(0);
        assertThat(problem(number).dueAt()).isEqualTo(at(LocalDateTime.of(2026, 12, 9, 18, 0)));
        assertThat(send(office, "l.csv", ledger("2017-09-08,河北省,邯郸市,丛台区,丁厂,散乱污,甲\n"), "assignedAt", "2026-11-25")
                        .body()
                        .path("detail")
                        .asText())
                .contains("交办时间");
    }

    @Test
    void oneWrongRowKeepsTheWholeLedgerOutUnlessPartial() throws Exception {
        var before = count("wubu.problem");
        var file = ledger("2026-11-20,河北省,邯郸市,丛台区,戊厂,散乱污,好的一行\n2026-11-30,河北省,邯郸市,某某县,己厂,,坏的一行\n");
        var refused = send(office, "l.csv", file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("rejected").findValuesAsText("row")).containsOnly("3");
        assertThat(refused.codes()).containsExactlyInAnyOrder("date.future", "region.unknown", "required");
        assertThat(count("wubu.problem")).isEqualTo(before);
        assertThat(count("wubu.ledger_import where imported_at >= now() - interval '1 hour' and row_count = 2"))
                .isZero();

        var partial = send(office, "l.csv", file, "partial", "true");
        assertThat(partial.status()).isEqualTo(200);
        assertThat(partial.problems()).hasSize(1);
        assertThat(partial.codes()).hasSize(3);
    }

    @Test
    void filesThatAreNoLedgersAreRefusedInChinese() throws Exception {
        var gbk = send(office, "l.csv", "日期,省\n2017-03-18,河北省\n".getBytes(Charset.forName("GBK")));
        assertThat(gbk.status()).isEqualTo(422);
        assertThat(gbk.body().path("rejected").path(0).path("message").asText()).contains("不是 UTF-8");
        var image = send(office, "l.csv", new byte[] {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'
        });
        assertThat(image.codes()).containsExactly("file.kind");
        var large = send(office, "l.csv", new byte[20 * 1024 * 1024 + 1]);
        assertThat(large.codes()).containsExactly("file.size");
        var empty = send(office, "l.csv", (HEAD + "\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(empty.codes()).containsExactly("file.empty");
    }

    @Test
    void anOfficeBringsOnlyItsOwnRegionsLedgerAndACountyNone() throws Exception {
        var file = ledger("2026-11-20,山西省,晋城市,高平市,庚厂,散乱污,别处的问题\n");
        var city = send(account(Role.CITY_ECO_OFFICE, CITY), "l.csv", file);
        assertThat(city.status()).isEqualTo(422);
        assertThat(city.codes()).containsExactly("region.foreign");
        assertThat(send(account(Role.COUNTY_GOV, OTHER_COUNTY), "l.csv", file).status())
                .isEqualTo(403);
    }

    private static byte[] ledger(String rows) {
        return (HEAD + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(ClockConfiguration.ZONE).toInstant();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private Said send(String account, String name, byte[] content, String... parameters) throws Exception {
        var request = multipart("/api/ledger/import")
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .principal(() -> account);
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        var response = http.perform(request).andReturn().getResponse();
        return new Said(response.getStatus(), json.readTree(response.getContentAsString(StandardCharsets.UTF_8)));
    }
}
