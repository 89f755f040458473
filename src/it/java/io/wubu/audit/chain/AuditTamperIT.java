package io.wubu.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.Owner;
import io.wubu.access.Browser;
import io.wubu.audit.AuditRow;
import io.wubu.audit.AuditRows;
import io.wubu.people.Role;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/**
 * T91: the application's role adds rows and nothing else; what the database's administrator does behind the trigger is named
 * by its first row. He works in a transaction that is put back, so that the log of the other tests stays as it was.
 */
class AuditTamperIT extends AuditTest {

    private static final String DENIED = "42501";

    @Autowired
    private ChainKeeper keeper;

    private long last;

    @BeforeEach
    void rowsToWorkOn() {
        var stranger = new Browser(port);
        for (var i = 0; i < 8; i++) {
            rowOf(stranger.get("/api/problems"));
        }
        account(Role.CITY_ECO_OFFICE, CITY);
        chainAll();
        last = jdbc.sql("select max(sequence) from wubu.audit_event")
                .query(Long.class)
                .single();
        assertThat(reading.verify().intact()).isTrue();
    }

    @Test
    void theApplicationsRoleIsDenied() {
        for (var sql : List.of(
                "update wubu.audit_event set object = 'x'",
                "delete from wubu.audit_event",
                "truncate wubu.audit_event",
                "alter table wubu.audit_event disable trigger all",
                "drop trigger audit_event_append_only on wubu.audit_event",
                "drop table wubu.audit_event",
                "create or replace function wubu.keep_audit_event() returns trigger language plpgsql as 'begin return new; end'")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                            .isEqualTo(DENIED));
        }
        assertThatThrownBy(() -> owner().sql("delete from wubu.audit_event").update())
                .as("the trigger binds the owner too, until he takes it away")
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("审计记录只能追加");
    }

    /** The one function that numbers rows touches none that has its number. */
    @Test
    void theChainingFunctionRewritesNothing() {
        var chained = jdbc.sql("select id from wubu.audit_event where sequence = :last")
                .param("last", last)
                .query(Long.class)
                .single();
        for (var first : List.of(last, last + 1, 1L)) {
            assertThatThrownBy(() -> jdbc.sql(
                                    "select wubu.chain_audit_event(array[:id::bigint], :first, array['x'::bytea], 'y')::text")
                            .param("id", chained)
                            .param("first", first)
                            .query(String.class)
                            .single())
                    .rootCause()
                    .hasMessageContaining("审计链不连续");
        }
        assertThat(reading.verify().intact()).isTrue();
    }

    @Test
    void aChangeOfAnyColumnIsFound() {
        var at = last - 4;
        for (var change : List.of(
                "at = at + interval '1 microsecond'",
                "utc_offset = '+09:00'",
                "account = coalesce(account, '') || 'x'",
                "post = ''",
                "source = '10.0.0.1'",
                "kind = 'POST'",
                "object = overlay(object placing 'b' from 1)",
                "result = 'DONE'",
                "reason = reason || ' '",
                "trace = reverse(trace)",
                "node = ''",
                "hash = set_byte(hash, 0, get_byte(hash, 0) # 1)",
                "hash_key = hash_key || '0'")) {
            assertThat(afterwards("update wubu.audit_event set " + change + " where sequence = " + at)
                            .firstBad())
                    .as(change)
                    .isEqualTo(at);
        }
    }

    @Test
    void aRowDeletedMovedOrForgedIsFound() {
        assertThat(afterwards("delete from wubu.audit_event where sequence = " + (last - 3))
                        .firstBad())
                .isEqualTo(last - 3);
        assertThat(afterwards("delete from wubu.audit_event where sequence = 1").firstBad())
                .isOne();
        var swapped = afterwards(
                "update wubu.audit_event set sequence = -1 where sequence = " + (last - 2),
                "update wubu.audit_event set sequence = sequence - 1 where sequence = " + (last - 1),
                "update wubu.audit_event set sequence = " + (last - 1) + " where sequence = -1");
        assertThat(swapped.firstBad()).isEqualTo(last - 2);
        var closed = afterwards(
                "delete from wubu.audit_event where sequence = " + (last - 1),
                "update wubu.audit_event set sequence = sequence - 1 where sequence = " + last);
        assertThat(closed.firstBad()).as("the gap is closed").isEqualTo(last - 1);
        var copied = afterwards(
                "insert into wubu.audit_event (sequence, at, utc_offset, kind, result, node, hash_key, hash) select "
                        + (last + 1) + ", at, utc_offset, kind, result, node, hash_key, hash from wubu.audit_event"
                        + " where sequence = " + last);
        assertThat(copied.firstBad()).as("a row the key never saw").isEqualTo(last + 1);
        assertThat(reading.verify().intact()).as("all is put back").isTrue();
    }

    /** The chain alone can't miss its end; the seal outside the database can. */
    @Test
    void aTailCutOffIsFoundByTheSeal() {
        keeper.seal();
        var verdict = afterwards("delete from wubu.audit_event where sequence > " + (last - 2));
        assertThat(verdict.firstBad()).isEqualTo(last - 1);
        assertThat(verdict.fault()).startsWith("尾部缺失：封存至第");
        assertThat(afterwards("delete from wubu.audit_event where sequence >= " + last)
                        .firstBad())
                .isEqualTo(last);
        assertThat(afterwards("truncate wubu.audit_event").firstBad()).isOne();
    }

    /** Whoever has the key as well is contradicted by what was sealed before. */
    @Test
    void aRowWrittenAnewWithTheRightKeyIsFoundByTheSeal() throws SQLException {
        keeper.seal();
        var sealed = chain.head().sequence();
        var before = jdbc.sql("select hash from wubu.audit_event where sequence = :before")
                .param("before", sealed - 1)
                .query(byte[].class)
                .single();
        var row = jdbc.sql("select " + AuditRows.COLUMNS + "from wubu.audit_event where sequence = :sealed")
                .param("sealed", sealed)
                .query((columns, index) -> AuditRows.row(columns))
                .single();
        var hash = java.util.HexFormat.of().formatHex(key.hash().of(before, sealed, ofSomebody(row)));
        var verdict = afterwards("update wubu.audit_event set account = 'somebody', hash = '\\x" + hash
                + "' where sequence = " + sealed);
        assertThat(verdict.firstBad()).isEqualTo(sealed);
        assertThat(verdict.fault()).contains("的封存", "被重写");
    }

    private static AuditRow ofSomebody(AuditRow row) {
        return new AuditRow(
                row.id(),
                row.sequence(),
                row.at(),
                row.utcOffset(),
                "somebody",
                row.post(),
                row.source(),
                row.kind(),
                row.object(),
                row.result(),
                row.reason(),
                row.trace(),
                row.node(),
                row.hashKey(),
                row.hash());
    }

    /** What the verifier says when the administrator has done this; then it is undone. */
    private Verdict afterwards(String... deeds) {
        try (var connection = administrator()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("alter table wubu.audit_event disable trigger user");
                for (var deed : deeds) {
                    statement.execute(deed);
                }
            }
            return new Verifier(key.hash(), new Seals(sealDir)).walk(connection); // ends with a rollback
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(databaseAddress(), Owner.NAME, Owner.password(dataDir));
    }
}
