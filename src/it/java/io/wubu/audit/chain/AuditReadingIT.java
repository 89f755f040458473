package io.wubu.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditResult;
import io.wubu.people.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reads the audit log; the numbers are those of the threat list. */
class AuditReadingIT extends AuditTest {

    private static final List<String> ROUTES =
            List.of("GET /api/audit", "GET /api/audit/words", "GET /api/audit/export", "POST /api/audit/verification");

    /** T93. */
    @Test
    void onlyTheAuditorReadsAndHisReadingIsWrittenDown() {
        for (var role : List.of(Role.MINISTRY_ADMIN, Role.SECURITY_ADMIN, Role.MINISTRY_SUPERVISION_OFFICE)) {
            var other = new Browser(port).withPassword(account(role, MINISTRY), "geheim-1234");
            for (var route : ROUTES) {
                assertThat(other.send(route.split(" ")[0], route.split(" ")[1], "{}")
                                .statusCode())
                        .as("%s %s", role, route)
                        .isEqualTo(403);
            }
        }
        var auditor = new Browser(port).withPassword(account(Role.AUDITOR, MINISTRY), "geheim-1234");
        assertThat(auditor.get("/api/audit?account=" + account(Role.MINISTRY_ADMIN, MINISTRY))
                        .body())
                .contains("GET /api/audit/export", "403 role", "拒绝");
        assertThat(row(AuditKind.AUDIT_READ, AuditResult.DONE).account()).isEqualTo(account(Role.AUDITOR, MINISTRY));
        assertThat(auditor.send("POST", "/api/audit/verification", "{}").body()).contains("\"intact\":true");
        assertThat(row(AuditKind.AUDIT_VERIFY, AuditResult.DONE).post()).isEqualTo("AUDITOR@" + MINISTRY);
        assertThat(auditor.get("/api/audit").body())
                .as("posts are named")
                .contains("审计管理员\",")
                .doesNotContain("AUDITOR@");
        for (var method : List.of("POST", "PUT", "DELETE")) {
            assertThat(auditor.send(method, "/api/audit", "{}").statusCode()).isIn(403, 404, 405);
        }
    }

    /** T62, T92: what a stranger typed is exported as text; his password is nowhere. */
    @Test
    void theExportCalculatesNothing() {
        new Browser(port).withPassword("=HYPERLINK(1)", "Sehr-Geheim-99").get("/api/me");
        assertThat(row(AuditKind.SIGN_IN, AuditResult.REFUSED).reason()).isEqualTo("password");
        var auditor = new Browser(port).withPassword(account(Role.AUDITOR, MINISTRY), "geheim-1234");
        var csv = auditor.get("/api/audit/export").body();
        assertThat(csv).startsWith("\uFEFF序号,").contains(",'=HYPERLINK(1),").doesNotContain("Sehr-Geheim-99");
        assertThat(row(AuditKind.AUDIT_EXPORT, AuditResult.DONE).account()).isEqualTo(account(Role.AUDITOR, MINISTRY));
    }
}
