package io.wubu.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
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

        private static List<String> texts(JsonNode list, @org.jspecify.annotations.Nullable String field) {
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
        assertThat(count("wubu.problem")).isEqualTo(before);
        System.out.println(refused.body().toPrettyString());

        var dry = send(office, "problem_points.csv", file, "dryRun", "true", "partial", "true");
        assertThat(dry.status()).isEqualTo(200);
        assertThat(count("wubu.problem")).isEqualTo(before);

        var partial = send(office, "problem_points.csv", file, "partial", "true");
        assertThat(partial.status()).isEqualTo(200);
        System.out.println(partial.body().toPrettyString());
        assertThat(partial.body().path("accepted").asInt())
                .isEqualTo(dry.body().path("accepted").asInt());
        assertThat(partial.problems()).hasSize(partial.body().path("accepted").asInt());
        assertThat(count("wubu.problem")).isEqualTo(before + partial.problems().size());

        var again = send(office, "renamed.csv", file, "partial", "true");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("type").asText()).isEqualTo("urn:wubu:stale");
        assertThat(again.body().path("detail").asText()).contains("同一文件已于 2026-11-24 09:00 导入");
        assertThat(count("wubu.problem")).isEqualTo(before + partial.problems().size());
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
