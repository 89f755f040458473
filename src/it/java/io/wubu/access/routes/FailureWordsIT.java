package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Owner;
import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is answered when something breaks inside. */
class FailureWordsIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource source;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    /** T70: a table is gone, behind a controller and behind the door in front of all of them. */
    @Test
    void aFailureIsAnsweredInGenericWordsWithItsTrace() {
        var owner = Owner.of(source, dataDir);
        var team = new Browser(port).withPassword(account(Role.SUPERVISION_TEAM, CITY), PASSWORD);
        assertThat(team.get("/api/me").statusCode()).isEqualTo(200);
        failing(owner, "wubu.photo", () -> team.get("/api/evidence/" + UUID.randomUUID()));
        failing(owner, "wubu.photo", () -> team.page("/api/evidence/" + UUID.randomUUID()));
        failing(owner, "wubu.sign_in_failure", () -> new Browser(port)
                .withPassword("nobody", "nothing")
                .get("/api/me"));
        failing(owner, "wubu.sign_in_failure", () -> new Browser(port)
                .withPassword("nobody", "nothing")
                .page("/api/me"));
    }

    private void failing(JdbcClient owner, String table, Call call) {
        HttpResponse<String> answer;
        owner.sql("alter table " + table + " rename to gone").update();
        try {
            answer = call.send();
        } finally {
            owner.sql("alter table wubu.gone rename to " + table.substring("wubu.".length()))
                    .update();
        }
        var trace = answer.headers().firstValue("X-Trace-Id").orElse("none");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(trace).matches("[0-9a-f]{16}");
        assertThat(answer.body()).contains("系统出错").doesNotContainPattern(RouteAttackIT.TOLD);
        if (!answer.body().startsWith("<")) {
            assertThat(answer.body()).contains(trace);
        }
    }

    /** One request. */
    private interface Call {
        HttpResponse<String> send();
    }
}
