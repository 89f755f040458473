package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody alone switches an administrator, or whoever decides, off or on; and none of the three is ever without a holder. */
class SwitchIT extends WubuTest {

    @LocalServerPort
    private int port;

    @AfterEach
    void forget() {
        jdbc.sql("delete from wubu.claim").update();
        jdbc.sql("update wubu.account set disabled_at = null").update();
    }

    /** Time stands still: what other tests mistyped from this address would lock it. */
    @BeforeEach
    void forgetMistakes() {
        for (var table : List.of("sign_in_failure", "sign_in_pace", "sign_in_minute")) {
            jdbc.sql("delete from wubu." + table).update();
        }
    }

    @Test
    void oneAloneSwitchesNobodyOffWhoDecides() {
        for (var role : List.of(Role.MINISTRY_LEADER, Role.PATROL_OFFICE)) {
            var victim = account(role, MINISTRY);
            var asked = off(victim);
            assertThat(asked.statusCode()).isEqualTo(202);
            assertThat(asked.body()).contains("\"pending\":true");
            assertThat(in(victim)).isEqualTo(200);
            assertThat(off(victim).statusCode()).as("it waits already").isEqualTo(409);
            assertThat(agree(Role.MINISTRY_ADMIN, victim, "DISABLE").statusCode())
                    .as("the same once more")
                    .isEqualTo(422);
            var own = new Browser(port).withPassword(victim, PASSWORD);
            assertThat(own.get("/api/me/claims").body()).doesNotContain("DISABLE");
            assertThat(own.send("DELETE", "/api/me/claims/" + waiting(victim), null)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void twoSwitchALeaderOffAndOnAndHeIsTold() {
        var leader = account(Role.CITY_LEADER, "410800");
        var session = new Browser(port);
        assertThat(new Entrance(session, leader, PASSWORD).step()).isEqualTo("IN");
        off(leader);
        assertThat(agree(Role.AUDITOR, leader, "DISABLE").statusCode()).isEqualTo(422);
        assertThat(agree(Role.SECURITY_ADMIN, leader, "DISABLE").body()).contains("\"done\":true");
        assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(in(leader)).isEqualTo(401);
        assertThat(done(leader, "DISABLE"))
                .contains(
                        "系统管理员 " + account(Role.MINISTRY_ADMIN, MINISTRY),
                        "安全管理员 " + account(Role.SECURITY_ADMIN, MINISTRY));
        jdbc.sql("delete from wubu.sign_in_failure").update();
        assertThat(state(leader, false).statusCode()).isEqualTo(202);
        assertThat(in(leader)).isEqualTo(401);
        assertThat(agree(Role.SECURITY_ADMIN, leader, "ENABLE").body()).contains("\"done\":true");
        jdbc.sql("delete from wubu.sign_in_failure").update();
        var told = new Entrance(new Browser(port), leader, PASSWORD).tryIt();
        assertThat(told.body()).contains("NOTICE", "DISABLE", "ENABLE", account(Role.SECURITY_ADMIN, MINISTRY));
        assertThat(new Entrance(new Browser(port), leader, PASSWORD).told().step())
                .isEqualTo("IN");
    }

    @Test
    void ofEachOfTheThreeOneIsLeft() {
        for (var role : List.of(Role.SECURITY_ADMIN, Role.AUDITOR)) {
            var one = account(role, MINISTRY);
            others(role, one, true);
            var answer = off(one);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("是唯一在用的" + role.chinese());
            others(role, one, false);
        }
        var auditor = account(Role.AUDITOR, MINISTRY);
        others(Role.AUDITOR, auditor, true);
        var taken =
                program(Role.SECURITY_ADMIN).send("DELETE", "/api/accounts/" + auditor + "/posts/AUDITOR/000000", "{}");
        assertThat(taken.statusCode()).as("nor by taking the post").isEqualTo(422);
        assertThat(taken.body()).contains("是唯一在用的审计管理员");
        var own = off(account(Role.MINISTRY_ADMIN, MINISTRY));
        assertThat(own.statusCode()).as("himself").isEqualTo(422);
    }

    /** The security administrator is switched off by the two others, and can't refuse it himself. */
    @Test
    void anAdministratorIsSwitchedOffByTheTwoOthers() {
        var victim = account(Role.SECURITY_ADMIN, MINISTRY);
        jdbc.sql(
                        """
                        insert into wubu.person (user_id, display_name, role, region_code, acting)
                        values ('second.security', '安全管理员', 'SECURITY_ADMIN', '000000', true) on conflict do nothing
                        """)
                .update();
        try {
            assertThat(off(victim).statusCode()).isEqualTo(202);
            var claim = waiting(victim);
            assertThat(program(Role.SECURITY_ADMIN)
                            .send("DELETE", "/api/claims/" + claim, null)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(agree(Role.SECURITY_ADMIN, victim, "DISABLE").statusCode())
                    .isEqualTo(422);
            assertThat(in(victim)).isEqualTo(200);
            assertThat(agree(Role.AUDITOR, victim, "DISABLE").body()).contains("\"done\":true");
            assertThat(in(victim)).isEqualTo(401);
        } finally {
            jdbc.sql("delete from wubu.person where user_id = 'second.security'")
                    .update();
        }
    }

    private void others(Role role, String one, boolean off) {
        jdbc.sql(
                        """
                        insert into wubu.account (user_id, disabled_at)
                        select user_id, now() from wubu.person where role = :role and user_id <> :one
                        on conflict (user_id) do update set disabled_at = case when :off then now() end
                        """)
                .param("role", role.name())
                .param("one", one)
                .param("off", off)
                .update();
    }

    private HttpResponse<String> off(String account) {
        return state(account, true);
    }

    private HttpResponse<String> state(String account, boolean disabled) {
        return program(Role.MINISTRY_ADMIN)
                .send("POST", "/api/accounts/" + account + "/state", "{\"disabled\":" + disabled + "}");
    }

    private HttpResponse<String> agree(Role role, String account, String kind) {
        return program(role)
                .send("POST", "/api/claims", "{\"account\":\"%s\",\"kind\":\"%s\"}".formatted(account, kind));
    }

    private long waiting(String account) {
        return jdbc.sql("select id from wubu.claim where user_id = :id and state = 'OPEN'")
                .param("id", account)
                .query(Long.class)
                .single();
    }

    private String done(String account, String kind) {
        return jdbc.sql("select object from wubu.audit_event where object like :deed")
                .param("deed", "claim-done " + account + " % " + kind + " %")
                .query(String.class)
                .single();
    }

    private int in(String account) {
        return new Browser(port).withPassword(account, PASSWORD).get("/api/me").statusCode();
    }

    private Browser program(Role role) {
        return new Browser(port).withPassword(account(role, MINISTRY), PASSWORD);
    }
}
