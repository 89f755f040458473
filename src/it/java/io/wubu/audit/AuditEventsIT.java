package io.wubu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import io.wubu.audit.chain.AuditTest;
import io.wubu.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** T90: what somebody does, reads or takes away leaves exactly one row that says who, where from, what and with what result. */
class AuditEventsIT extends AuditTest {

    @Test
    void claimingGivingBackAndHandingInLeaveARowEach() {
        var number = importedProblem(COUNTY, "散乱污");
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn").getId();
        var browser = new Browser(port).signIn(office, "tasklist");
        var path = Browser.ENGINE + "/task/" + task;
        assertThat(browser.send("POST", path + "/claim", "{\"userId\":\"" + office + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.send("POST", path + "/unclaim", "{}").statusCode()).isEqualTo(204);
        handIn(office, task, Map.of("signedBy", "值班室主任"));

        var claimed = rows(AuditKind.CLAIM, AuditResult.DONE);
        assertThat(claimed).hasSize(2);
        assertThat(claimed.get(0).account()).isEqualTo(office);
        assertThat(claimed.get(0).post()).isEqualTo("CITY_ECO_OFFICE@" + CITY);
        assertThat(claimed.get(0).source()).isEqualTo("127.0.0.1");
        assertThat(claimed.get(0).object()).startsWith(number + " ").endsWith("（signIn）");
        assertThat(claimed.get(0).utcOffset()).isEqualTo("+08:00");
        assertThat(claimed.get(0).trace()).hasSize(16);
        assertThat(claimed.get(0).at()).isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now());
        assertThat(row(AuditKind.UNCLAIM, AuditResult.DONE).object()).startsWith(number);
        assertThat(row(AuditKind.COMPLETE, AuditResult.DONE).object()).startsWith(number);
        assertThat(rows(AuditKind.REQUEST, AuditResult.REFUSED)).isEmpty();
    }

    @Test
    void theChainIsGapFreeAndRight() {
        account(Role.CITY_ECO_OFFICE, CITY);
        new Browser(port).get("/api/problems");
        chainAll();
        var verdict = reading.verify();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.rows()).isPositive();
    }
}
