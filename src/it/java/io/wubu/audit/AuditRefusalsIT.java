package io.wubu.audit;

import static io.wubu.audit.AuditResult.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.audit.chain.AuditTest;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T92: each kind of refusal leaves one row that says why, and nothing of what was sent. */
class AuditRefusalsIT extends AuditTest {

    private static final String PAYLOAD = "Geheime-Nutzlast-4711";
    private static final String BODY = "{\"note\":\"" + PAYLOAD + "\"}";
    private static final String QUERY = "?text=" + PAYLOAD;

    @AfterEach
    void nothingThatWasSentIsWrittenDown() {
        jdbc.sql("delete from wubu.sign_in_failure").update();
        assertThat(rows()).isNotEmpty().noneMatch(row -> row.toString().contains(PAYLOAD));
    }

    @Test
    void strangers() {
        var stranger = new Browser(port);
        refused(stranger.get("/api/problems" + QUERY), 401, null, "GET /api/problems", "401 not-signed-in");
        refused(stranger.send("POST", "/api/rounds" + QUERY, BODY), 401, null, "POST /api/rounds", "401 not-signed-in");
        refused(
                stranger.get(Browser.ENGINE + "/task" + QUERY),
                401,
                null,
                "GET " + Browser.ENGINE + "/task",
                "401 not-signed-in");
        refused(stranger.get("/api/problems;x=" + PAYLOAD.length()), 404, null, "/api/problems;x=", "404 path");
        var known = account(Role.DISCIPLINE, CITY);
        var page = rowOf(new Entrance(stranger, known, PAYLOAD).tryIt());
        assertWhole(page, AuditKind.SIGN_IN, REFUSED, known, "");
        var program = rowOf(new Browser(port).withPassword(known, PAYLOAD).get("/api/me" + QUERY));
        assertWhole(program, AuditKind.SIGN_IN, REFUSED, known, "");
        var unknown = rowOf(new Entrance(stranger, "nobody.here", PAYLOAD).tryIt());
        assertWhole(unknown, AuditKind.SIGN_IN, REFUSED, "nobody.here", "");
    }

    @Test
    void officersAtOurOwnRoutes() {
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var officer = new Browser(port).signIn(account, "tasklist");
        var foreign = importedProblem("140581", "散乱污");
        refused(officer.get("/api/accounts" + QUERY), 403, account, "GET /api/accounts", "403 role");
        refused(officer.get("/api/no-such-thing" + QUERY), 404, account, "GET /api/no-such-thing", "404");
        refused(officer.get("/api/problems/" + foreign), 404, account, foreign, "404 row");
        refused(officer.send("POST", "/api/rounds", "{\"no\":5}"), 404, account, "POST /api/rounds", "404");
        var long1 = officer.send("POST", "/api/cases/x/urge", "{\"demand\":\"" + PAYLOAD.repeat(60_000) + "\"}");
        refused(long1, 413, null, "POST /api/cases/x/urge", "413");
    }

    @Test
    void officersAtTheEngine() {
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var officer = new Browser(port).signIn(account, "tasklist");
        var own = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        var foreign = task(importedProblem("140581", "散乱污"), "signIn").getId();
        refused(
                officer.send("POST", Browser.ENGINE + "/deployment/create", BODY),
                403,
                account,
                "/deployment",
                "403 route");
        refused(officer.get(Browser.ENGINE + "/task/" + foreign + QUERY), 404, account, foreign, "404 row");
        var nested = "{\"orQueries\":[{\"dueAfterExpression\":\"${" + PAYLOAD.replace("-", "") + "}\"}]}";
        refused(officer.send("POST", Browser.ENGINE + "/task", nested), 400, account, "/task", "400");
        var finished = "{\"variables\":{\"penalty\":{\"value\":\"" + PAYLOAD + "\"}}}";
        refused(
                officer.send("POST", Browser.ENGINE + "/task/" + own + "/complete", finished),
                403,
                account,
                own,
                "403");
        assertThat(engine.getTaskService().createTaskQuery().taskId(own).count())
                .as("nothing was done")
                .isOne();
    }

    /** A forged request ends the session as well: its end has a row of its own. */
    @Test
    void aRequestWithoutItsToken() {
        var account = account(Role.CITY_LEADER, CITY);
        var officer = new Browser(port).signIn(account, "tasklist").withToken(PAYLOAD);
        assertThat(officer.send("POST", "/api/cases/x/urge", BODY).statusCode()).isEqualTo(403);
        var refusal = row(AuditKind.REQUEST, REFUSED);
        assertWhole(refusal, AuditKind.REQUEST, REFUSED, account, "POST /api/cases/x/urge");
        assertThat(refusal.reason()).isEqualTo("403 token");
        assertThat(row(AuditKind.SIGN_OUT, AuditResult.DONE).reason()).isEqualTo("forged");
    }

    private void refused(HttpResponse<String> answer, int status, String account, String object, String reason) {
        assertThat(answer.statusCode()).as(object + " " + answer.body()).isEqualTo(status);
        var row = rowOf(answer);
        assertWhole(row, AuditKind.REQUEST, REFUSED, account, object);
        assertThat(row.reason()).startsWith(reason);
    }
}
