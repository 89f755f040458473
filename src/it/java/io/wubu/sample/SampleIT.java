package io.wubu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.DueDates;
import io.wubu.access.doors.Waiver;
import io.wubu.flow.ladder.EngineLadder;
import io.wubu.flow.ladder.Ladders;
import io.wubu.flow.ladder.Rung;
import io.wubu.insight.Reach;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.problems.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A first start on an empty data directory: the sample stands, each stage has its cases, nothing went wrong on the way. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"wubu.sample.enabled=true", "wubu.sample.password=geheim-1234", "server.address=0.0.0.0"})
@DirtiesContext
class SampleIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ServletWebServerApplicationContext context;

    @DynamicPropertySource
    static void emptyDirectory(DynamicPropertyRegistry registry) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "sample");
        registry.add("wubu.data-dir", folder::toString);
    }

    @AfterAll
    static void present() {
        ClockUtil.reset();
    }

    @Test
    void eachStageHasItsCases() {
        var states = new TreeSet<>(jdbc.sql("select distinct state from wubu.problem")
                .query(String.class)
                .list());
        assertThat(states)
                .contains(
                        State.DRAFT.name(),
                        State.SUBMITTED.name(),
                        State.RETURNED.name(),
                        State.REJECTED.name(),
                        State.ASSIGNED.name(),
                        State.DISPUTED.name(),
                        State.SIGNED.name(),
                        State.SPLIT.name(),
                        State.CLAIMED.name(),
                        State.PLANNED.name(),
                        State.RECTIFYING.name(),
                        State.REPORTED.name(),
                        State.COUNTY_CHECKED.name(),
                        State.PATROL_VERIFIED.name(),
                        State.INTERVIEW.name(),
                        State.SPECIAL.name(),
                        State.CLOSURE_PENDING.name(),
                        State.PUBLICISED.name());
        assertThat(states).containsAnyOf(State.CLOSED.name(), State.SETTLED.name());
        assertThat(count("wubu.letter where issued_on is not null")).isEqualTo(2);
        assertThat(count("wubu.round where state = 'RUNNING' and current_date between starts_on and ends_on"))
                .isEqualTo(1);
        assertThat(count("wubu.limit_counting where due_at < now()")).isPositive();
        assertThat(count("wubu.notice where kind = 'ESCALATION'")).isPositive();
        assertThat(count("public.act_ru_incident")).isZero();
        assertThat(count("wubu.record_entry where at > now()")).isZero();
    }

    @Test
    void everyOpenTaskHasOneDate() throws Exception {
        var walked = new DueDates(jdbc, context.getWebServer().getPort(), "ministry-supervision-office").agree();
        assertThat(walked).isGreaterThan(100);
    }

    /** docs/adr/0018: one statement says what the engine says when it is asked for each case. */
    @Test
    void whatFollowsEveryOpenTaskIsWhatTheEngineAnswers() {
        var engines = new EngineLadder(context);
        var open = jdbc.sql("select id_ from public.act_ru_task")
                .query(String.class)
                .list();
        var next = context.getBean(Ladders.class).next(open, new Reach(List.of("")));
        assertThat(next).hasSizeGreaterThan(50);
        assertThat(open).allSatisfy(task -> assertThat(timeless(next.get(task)))
                .isEqualTo(timeless(engines.next(task).orElse(null))));
    }

    /** The hours run on between two answers. */
    private static @Nullable Rung timeless(@Nullable Rung rung) {
        return rung == null ? null : new Rung(rung.at(), rung.kind(), rung.what(), rung.to(), rung.rule(), null);
    }

    @Test
    void thePublishedPointsOfThePastAreImported() {
        assertThat(count("wubu.ledger_line")).isBetween(40, 76);
        assertThat(count("wubu.problem where found_on > current_date")).isZero();
        assertThat(count("wubu.campaign where weeks_shifted > 0")).isEqualTo(1);
    }

    @Test
    void everyRoleHasItsAccountAndNobodyIsAPerson() {
        for (var account : List.of(
                "ministry-supervision-office",
                "ministry-leader",
                "patrol-office",
                "central-inspection-team",
                "province-office.130000",
                "province-office.140000",
                "city-eco-office.130400",
                "county-gov.130403",
                "supervision-team.130400",
                "team-leader.130400",
                "patrol-team.130400",
                "city-eco-office.140500",
                "county-gov.140581")) {
            assertThat(identities.checkPassword(account, "geheim-1234"))
                    .as(account)
                    .isTrue();
        }
        assertThat(jdbc.sql("select distinct role from wubu.person")
                        .query(String.class)
                        .list())
                .hasSize(Role.values().length);
        assertThat(count("wubu.person where role in ('SUPERVISION_TEAM', 'PATROL_TEAM') and home_region is null"))
                .isZero();
    }

    @Test
    void theSampleListensOnLoopbackOnly() {
        var tomcat = ((TomcatWebServer) context.getWebServer()).getTomcat();
        assertThat(tomcat.getConnector().getProperty("address")).isEqualTo(InetAddress.getLoopbackAddress());
    }

    /** What it waives counts while it answers this machine only, and every page says so. */
    @Test
    void thePagesSayThatItIsASample() throws Exception {
        var clock = URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + "/api/clock");
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(clock).build(), BodyHandlers.ofString());
        assertThat(answer.body()).contains("\"sample\":true");
        assertThat(context.getBean(Waiver.class).holds()).isTrue();
    }

    @Test
    void noSampleAccountHoldsPostsThatClash() {
        assertThat(context.getBean(People.class).clashes()).isEmpty();
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
