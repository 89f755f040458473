package io.wubu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who reads the audit log, and that nobody changes it unseen; the numbers are those of the threat list. */
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

    /** T91: the application's own role adds rows and nothing else. */
    @Test
    void theApplicationCanNeitherChangeNorDeleteARow() {
        for (var sql : List.of(
                "update wubu.audit_event set object = 'x'",
                "delete from wubu.audit_event",
                "truncate wubu.audit_event",
                "alter table wubu.audit_event disable trigger all",
                "drop trigger audit_event_append_only on wubu.audit_event")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> owner().sql("delete from wubu.audit_event").update())
                .as("the trigger binds the owner too, until he takes it away")
                .isInstanceOf(DataAccessException.class);
    }

    /** T91: what the database's administrator does with his trigger off, the verifier names by its first row. */
    @Test
    void whatTheOwnerChangesIsFound() {
        account(Role.CITY_ECO_OFFICE, CITY);
        for (var i = 0; i < 6; i++) {
            new Browser(port).get("/api/problems");
        }
        chainAll();
        var last = jdbc.sql("select max(sequence) from wubu.audit_event")
                .query(Long.class)
                .single();
        assertThat(tampered("update wubu.audit_event set reason = reason || ' ' where sequence = " + (last - 3)))
                .isEqualTo(last - 3);
        assertThat(tampered("delete from wubu.audit_event where sequence = " + (last - 2)))
                .isEqualTo(last - 2);
        assertThat(tampered("update wubu.audit_event set sequence = case sequence when " + (last - 1) + " then "
                        + (last + 9) + " else sequence end where sequence = " + (last - 1)))
                .isEqualTo(last - 1);
        assertThat(reading.verify().intact()).as("all is put back").isTrue();
    }

    /** Changes the log behind its trigger, asks for the first bad row, and puts everything back. */
    private Long tampered(String sql) {
        var owner = owner();
        owner.sql("drop table if exists wubu.audit_copy").update();
        owner.sql("create table wubu.audit_copy as select * from wubu.audit_event")
                .update();
        owner.sql("alter table wubu.audit_event disable trigger user").update();
        try {
            owner.sql(sql).update();
            return reading.verify().firstBad();
        } finally {
            owner.sql("delete from wubu.audit_event where id in (select id from wubu.audit_copy)")
                    .update();
            owner.sql("insert into wubu.audit_event overriding system value select * from wubu.audit_copy")
                    .update();
            owner.sql("alter table wubu.audit_event enable trigger user").update();
            owner.sql("drop table wubu.audit_copy").update();
        }
    }
}
