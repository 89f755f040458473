package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Strangers who file claims by the dozen keep no owner out, and administrators see them and clear them away. */
class ClaimCrowdIT extends WubuTest {

    private static final String NEW = "Neu-Gewaehlt-2026";

    @LocalServerPort
    private int port;

    @BeforeEach
    @AfterEach
    void forget() {
        for (var table : List.of("claim", "sign_in_failure", "sign_in_source")) {
            jdbc.sql("delete from wubu." + table).update();
        }
    }

    /** Three strangers, one from a place where the owner works: his is the one that stays. */
    @Test
    void theOwnerFindsAPlaceWhoeverHasFiledForHim() {
        var leader = account(Role.CITY_LEADER, "410600");
        fill(leader, 3, true);
        jdbc.sql("update wubu.claim set own = true where source = '10.0.0.1'").update();
        var owner = new Claimant(new Browser(port), leader);
        var code = owner.files(NEW);
        assertThat(states(leader))
                .containsExactly("10.0.0.1 OPEN", "10.0.0.2 CROWDED", "10.0.0.3 OPEN", "127.0.0.1 OPEN");
        assertThat(owner.confirmed(system(), code).body()).contains("\"done\":false");
        strangerFiles(leader);
        strangerFiles(leader);
        assertThat(owner.confirmed(security(), code).body())
                .as("what one has confirmed gives way to nobody")
                .contains("\"done\":true");
    }

    /** The most crowded source gives way first, not the oldest. */
    @Test
    void aFullHouseTakesFromTheMostCrowded() {
        var leader = account(Role.CITY_LEADER, "410600");
        var other = account(Role.CITY_GOV, "410600");
        fill(other, 1, true);
        jdbc.sql("update wubu.claim set source = '10.9.9.9', filed_at = now() - interval '3 hours'")
                .update();
        jdbc.sql(
                        """
                        insert into wubu.claim (kind, user_id, source, network, slot, filed_at, ends_at)
                        select 'PASSWORD', 'crowd-' || n, '10.7.' || n % 50 || '.1', '10.7', 1,
                            now() - interval '2 hours', now() + interval '1 day'
                        from generate_series(1, 999) n
                        """)
                .update();
        new Claimant(new Browser(port), leader).files(NEW);
        assertThat(states(other)).containsExactly("10.9.9.9 OPEN");
        assertThat(states(leader)).containsExactly("127.0.0.1 OPEN");
        assertThat(count("state = 'CROWDED'")).isEqualTo(1);
        assertThat(count("state = 'OPEN'")).isEqualTo(1000);
    }

    /** A thousand names nobody has: their claims turn in a small ring of their own. */
    @Test
    void inventedNamesTakeNobodysPlace() {
        var leader = account(Role.CITY_LEADER, "410600");
        fill(leader, 1, true);
        for (var i = 0; i < 4; i++) {
            fill("invented-" + i, 60, false);
        }
        new Claimant(new Browser(port), "invented.more").files(NEW);
        assertThat(count("not known and state = 'OPEN'")).isEqualTo(200);
        assertThat(states(leader)).containsExactly("10.0.0.1 OPEN");
        assertThat(system().get("/api/claims").body()).contains("\"all\":1,").doesNotContain("invented");
    }

    @Test
    void administratorsSeeAllOfThemAndClearThemAway() {
        var leader = account(Role.CITY_LEADER, "410600");
        var other = account(Role.CITY_GOV, "410600");
        fill(leader, 30, true);
        fill(other, 2, true);
        var system = system();
        assertThat(system.get("/api/claims?page=1").body()).contains("\"all\":32,", "\"account\":\"" + other);
        assertThat(system.get("/api/claims?text=" + other).body()).contains("\"all\":2,");
        assertThat(system.get("/api/claims?page=-1").statusCode()).isEqualTo(422);
        var ids = Entrance.json(system.get("/api/claims").body()).get("claims").findValuesAsText("claim");
        assertThat(ids).hasSize(20);
        var all = String.join(",", ids);
        for (var wrong : List.of(
                "{\"claims\":[" + all + "]}",
                "{\"claims\":[" + all + "],\"reason\":\" x\"}",
                "{\"reason\":\"陌生人冒名\"}",
                "{\"claims\":[1],\"source\":\"10.0.0.1\",\"reason\":\"陌生人冒名\"}",
                "{\"claims\":[null],\"reason\":\"陌生人冒名\"}",
                "{\"claims\":[1],\"reason\":\"陌生\\n人\"}")) {
            var answer = system.send("POST", "/api/claims/refusals", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("：");
        }
        var cleared = system.send("POST", "/api/claims/refusals", "{\"claims\":[" + all + "],\"reason\":\"陌生人冒名\"}");
        assertThat(cleared.body()).isEqualTo("{\"cleared\":20}");
        assertThat(count("state = 'REFUSED'")).isEqualTo(20);
        var rest = system.send("POST", "/api/claims/refusals", "{\"source\":\"10.0.0.2\",\"reason\":\"同一地址\"}");
        assertThat(rest.body()).as("of both accounts; one is cleared already").isEqualTo("{\"cleared\":1}");
        assertThat(jdbc.sql("select count(*) from wubu.audit_event where object like :deed")
                        .param("deed", "claim-cleared " + leader + "%陌生人冒名")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
        var officer = new Browser(port).withPassword(other, PASSWORD);
        assertThat(officer.send("POST", "/api/claims/refusals", "{\"claims\":[1],\"reason\":\"不相干\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private void strangerFiles(String account) {
        jdbc.sql("update wubu.claim set source = '10.5.' || id || '.1' where source = '127.0.0.1' and state = 'OPEN'")
                .update();
        new Claimant(new Browser(port), account).files(NEW);
    }

    /** So many claims of an account, each from its own address. */
    private void fill(String account, int count, boolean known) {
        jdbc.sql(
                        """
                        insert into wubu.claim (kind, user_id, source, network, known, slot, filed_at, ends_at)
                        select 'PASSWORD', :account, '10.0.0.' || n, '10.0', :known, n, now() - interval '2 hours', now() + interval '1 day'
                        from generate_series(1, :count) n
                        """)
                .param("account", account)
                .param("known", known)
                .param("count", count)
                .update();
    }

    private List<String> states(String account) {
        return jdbc.sql("select source || ' ' || state from wubu.claim where user_id = :id order by id")
                .param("id", account)
                .query(String.class)
                .list();
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from wubu.claim where " + condition)
                .query(Integer.class)
                .single();
    }

    private Browser system() {
        return new Browser(port).withPassword(account(Role.MINISTRY_ADMIN, MINISTRY), PASSWORD);
    }

    private Browser security() {
        return new Browser(port).withPassword(account(Role.SECURITY_ADMIN, MINISTRY), PASSWORD);
    }
}
