package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.Owner;
import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections by kind of work: limits of their own, and words for who finds nothing. */
class PoolsIT extends WubuTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private Pools pools;

    @Autowired
    private PoolSettings settings;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    private DriverManagerDataSource server;
    private JdbcClient owner;
    private String officer;
    private final List<Connection> taken = new ArrayList<>();

    @BeforeEach
    void begin() {
        server = new DriverManagerDataSource(Owner.address(pools), Owner.NAME, Owner.password(dataDir));
        owner = JdbcClient.create(server);
        officer = account(Role.SUPERVISION_TEAM, CITY);
    }

    @AfterEach
    void giveBack() throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void everyKindOfWorkHasItsLimitsAndItsTimeZone(Work work) {
        var limits = settings.of(work);
        assertThat(work.during(() -> shown("statement_timeout"))).isEqualTo(limits.statement());
        assertThat(work.during(() -> shown("lock_timeout"))).isEqualTo(limits.lock());
        assertThat(work.during(() -> shown("idle_in_transaction_session_timeout")))
                .isEqualTo(limits.transaction());
        assertThat(work.<String>during(
                        () -> jdbc.sql("show timezone").query(String.class).single()))
                .isEqualTo("Asia/Shanghai");
        assertThat(work.<String>during(() ->
                        jdbc.sql("show application_name").query(String.class).single()))
                .isEqualToIgnoringCase("wubu " + work);
    }

    /** s06. */
    @Test
    void theRoleItselfIsLimitedWhoeverConnectsAsItAndItsOwnerIsNot() {
        assertThat(owner.sql("select unnest(rolconfig) from pg_roles where rolname = 'wubu_app'")
                        .query(String.class)
                        .list())
                .contains(
                        "statement_timeout=" + settings.role().statement().toMillis(),
                        "lock_timeout=" + settings.role().lock().toMillis(),
                        "idle_in_transaction_session_timeout="
                                + settings.role().transaction().toMillis());
        assertThat(owner.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("0");
    }

    @Test
    void allPoolsTogetherLeaveRoomInTheEmbeddedServerForThreeNodes() {
        var most = settings.audit().size() + 1;
        for (var work : Work.values()) {
            most += pools.pool(work).getMaximumPoolSize();
        }
        assertThat(most).isLessThanOrEqualTo(35);
    }

    @Test
    void whoFindsAllListsTakenIsToldOnEveryInterfaceAndStepsGoOn() throws SQLException {
        var browser = new Browser(port).signIn(officer, "tasklist");
        var other = new Browser(port).withPassword(officer, PASSWORD);
        other.get("/api/me");
        takeAll(Work.LISTS);

        isTold(browser.get("/api/problems"), Trouble.BUSY);
        isTold(browser.get(ENGINE + "/task"), Trouble.BUSY);
        isTold(browser.send("POST", ENGINE + "/task", "{}"), Trouble.BUSY);
        isTold(other.get("/api/problems"), Trouble.BUSY);
        var page = browser.page("/camunda/app/tasklist/default/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<html lang=\"zh-CN\">", Trouble.BUSY.words());
        assertThat(browser.get("/desk/sign-in.html").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).tryToSignIn(officer, PASSWORD, "tasklist")).isEqualTo(200);
        assertThat(other.send("POST", "/api/tasks/none/progress", "{}").statusCode())
                .isBetween(400, 499);
    }

    @Test
    void whatTakesTooLongIsStoppedInWords() {
        var browser = new Browser(port).withPassword(officer, PASSWORD);
        try (var photos = new SlowView(owner, "photo")) {
            isTold(browser.get("/api/evidence/" + UUID.randomUUID()), Trouble.TOO_LONG);
            assertThat(photos.readers()).isZero();
        }
    }

    @Test
    void whatSomebodyElseHoldsIsToldInWords() throws SQLException {
        var browser = new Browser(port).signIn(officer, "tasklist");
        try (var held = new Lock(server, "wubu.photo")) {
            isTold(browser.get("/api/evidence/" + UUID.randomUUID()), Trouble.LOCKED);
        }
        try (var held = new Lock(server, "act_ru_task")) {
            isTold(browser.get(ENGINE + "/task"), Trouble.LOCKED);
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        }
        try (var held = new Lock(server, "wubu.spring_session")) {
            isTold(browser.get("/api/me"), Trouble.LOCKED);
            assertThat(new Browser(port).get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    /** f18: reading goes on, and whoever needs a row is told. */
    @Test
    void whileTheAuditLogIsLockedOnlyWhoNeedsARowIsRefused() throws SQLException {
        var browser = new Browser(port).signIn(officer, "tasklist");
        try (var held = new Lock(server, "wubu.audit_event")) {
            assertThat(browser.get("/api/problems").statusCode()).isEqualTo(200);
            assertThat(browser.get(ENGINE + "/task").statusCode()).isEqualTo(200);
            var me = "{\"role\":\"SUPERVISION_TEAM\",\"regionCode\":\"" + CITY + "\"}";
            var step = browser.send("PUT", "/api/me/post", me);
            assertThat(step.statusCode()).isEqualTo(503);
            assertThat(step.body()).contains("审计记录无法写入，操作没有办理");
            assertThat(new Browser(port).tryToSignIn(officer, PASSWORD, "tasklist"))
                    .isEqualTo(503);
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        }
        assertThat(new Browser(port).tryToSignIn(officer, PASSWORD, "tasklist")).isEqualTo(200);
    }

    @Test
    void connectionsThatWereEndedAreNoFailureOfTheServer() {
        var browser = new Browser(port).signIn(officer, "tasklist");
        for (var round = 0; round < 3; round++) {
            owner.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'wubu_app'")
                    .query(Integer.class)
                    .single();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                var answer = browser.get("/api/problems");
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
                return answer.statusCode() == 200;
            });
        }
    }

    private void takeAll(Work work) throws SQLException {
        for (var number = 0; number < settings.of(work).size(); number++) {
            taken.add(work.<Connection>during(this::connection));
        }
    }

    private Connection connection() {
        try {
            return pools.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration shown(String setting) {
        return Duration.ofMillis(jdbc.sql("select setting::bigint from pg_settings where name = :name")
                .param("name", setting)
                .query(Long.class)
                .single());
    }

    private static void isTold(HttpResponse<String> answer, Trouble trouble) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(trouble.status());
        assertThat(answer.body()).contains(trouble.words(), "urn:wubu:" + trouble.type());
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
