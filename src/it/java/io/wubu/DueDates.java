package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks all open tasks: the date of the task, of the timer that marks it overdue and on the card are one. */
public final class DueDates {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 50;

    /** The priority the overdue mark sets. */
    private static final int OVERDUE = 90;

    private final JdbcClient jdbc;
    private final int port;
    private final String account;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param account of the ministry, whose cards show every region's tasks */
    public DueDates(JdbcClient jdbc, int port, String account) {
        this.jdbc = jdbc;
        this.port = port;
        this.account = account;
    }

    /** A task with its date and that of its timer, if the timer has not fired yet. */
    private record Row(String id, String step, String number, Instant due, int priority, Instant timer) {}

    /** Walks all; answers how many tasks it saw. */
    public int agree() throws IOException, InterruptedException {
        var rows = rows();
        for (var row : rows) {
            if (row.timer() == null) {
                assertThat(row.priority())
                        .as("no timer left, so marked overdue: %s", row)
                        .isEqualTo(OVERDUE);
            } else {
                assertThat(row.timer()).as("timer and task: %s", row).isEqualTo(row.due());
            }
        }
        for (var from = 0; from < rows.size(); from += PAGE) {
            shown(rows.subList(from, Math.min(from + PAGE, rows.size())));
        }
        return rows.size();
    }

    private void shown(List<Row> rows) throws IOException, InterruptedException {
        var cards = cards(rows.stream().map(Row::id).toList());
        for (var row : rows) {
            if (row.number().startsWith("CL-")) {
                assertThat(cards.has(row.id()))
                        .as("clues are not the ministry's: %s", row)
                        .isFalse();
                continue;
            }
            assertThat(cards.path(row.id()).path("dueText").asText())
                    .as("shown: %s", row)
                    .startsWith(SHOWN.format(row.due().atZone(CHINA)));
        }
    }

    private List<Row> rows() {
        return new ArrayList<>(jdbc.sql(
                        """
                        select t.id_, t.task_def_key_, e.business_key_, t.due_date_, t.priority_,
                               (select j.duedate_ from public.act_ru_job j
                                where j.execution_id_ = t.execution_id_
                                  and j.handler_cfg_ like '%' || t.task_def_key_ || '_markOverdue%') as timer
                        from public.act_ru_task t join public.act_ru_execution e on e.id_ = t.proc_inst_id_
                        where t.due_date_ is not null
                        order by t.create_time_, t.id_
                        """)
                .query((row, index) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(5),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant()))
                .list());
    }

    private JsonNode cards(List<String> ids) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString((account + ":geheim-1234").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/cards?ids=" + String.join(",", ids)))
                .header("Authorization", "Basic " + login)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
