package io.wubu.accounts;

import io.wubu.accounts.Claim.Confirmation;
import io.wubu.accounts.Claim.Kind;
import io.wubu.accounts.Claim.Secret;
import io.wubu.accounts.Claim.State;
import io.wubu.shared.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of claims; what a claim holds in secret goes with its end. */
final class ClaimRows {

    private static final String COLUMNS =
            "id, kind, user_id, source, drop_factor, state, filed_at, filed_by, ends_at, coalesce(ended_at, ends_at) as ended_at, ended_by";

    private final JdbcClient jdbc;

    ClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the first place of the account's that is free; false if none is. */
    boolean insert(
            String account,
            Claims.Origin from,
            Secret secret,
            boolean dropFactor,
            int places,
            OffsetDateTime now,
            OffsetDateTime end) {
        return jdbc.sql(
                                """
                                insert into wubu.claim (kind, user_id, source, network, known, own, slot, hash, salt, code,
                                    drop_factor, filed_at, ends_at)
                                select 'PASSWORD', :account, :source, :network, :known, :own, place, :hash, :salt, :code,
                                    :drop, :now, :end
                                from generate_series(1, :places) place
                                where not exists (select from wubu.claim where user_id = :account and kind = 'PASSWORD'
                                    and slot = place and state = 'OPEN')
                                order by place limit 1
                                on conflict do nothing
                                """)
                        .param("account", account)
                        .param("source", from.source())
                        .param("network", new Source(from.source()).network())
                        .param("known", from.known())
                        .param("own", from.own())
                        .param("hash", secret.hash())
                        .param("salt", secret.salt())
                        .param("code", secret.code())
                        .param("drop", dropFactor)
                        .param("now", now)
                        .param("end", end)
                        .param("places", places)
                        .update()
                == 1;
    }

    Optional<Long> propose(String account, Kind kind, String by, OffsetDateTime now, OffsetDateTime end) {
        return jdbc.sql(
                        """
                        insert into wubu.claim (kind, user_id, source, slot, filed_at, filed_by, ends_at)
                        values (:kind, :account, '', 1, :now, :by, :end)
                        on conflict do nothing returning id
                        """)
                .param("kind", kind.name())
                .param("account", account)
                .param("now", now)
                .param("by", by)
                .param("end", end)
                .query(Long.class)
                .optional();
    }

    List<Long> lock(String account, Kind kind) {
        return jdbc.sql(
                        "select id from wubu.claim where user_id = :account and kind = :kind and state = 'OPEN' order by id for update")
                .param("account", account)
                .param("kind", kind.name())
                .query(Long.class)
                .list();
    }

    boolean hasCode(long id, String code) {
        return jdbc.sql("select exists (select from wubu.claim where id = :id and state = 'OPEN' and code = :code)")
                .param("id", id)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    OldPassword chosen(long id) {
        return jdbc.sql("select hash, salt from wubu.claim where id = :id and state = 'OPEN'")
                .param("id", id)
                .query(OldPassword.class)
                .single();
    }

    void wrong(String account, int most, String by, OffsetDateTime now) {
        jdbc.sql(
                        """
                        update wubu.claim set wrong = wrong + 1
                        where user_id = :account and kind = 'PASSWORD' and state = 'OPEN'
                        """)
                .param("account", account)
                .update();
        jdbc.sql(
                        """
                        update wubu.claim set state = 'WRONG', ended_at = :now, ended_by = :by, hash = '', salt = '', code = ''
                        where user_id = :account and kind = 'PASSWORD' and state = 'OPEN' and wrong >= :most
                        """)
                .param("account", account)
                .param("now", now)
                .param("by", by)
                .param("most", most)
                .update();
    }

    boolean confirm(long id, Confirmation by) {
        return jdbc.sql(
                                """
                                insert into wubu.claim_confirmation (claim_id, role, title, user_id, at)
                                values (:id, :role, :title, :user, :at) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("role", by.role())
                        .param("title", by.title())
                        .param("user", by.account())
                        .param("at", by.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean end(long id, State state, String by, OffsetDateTime now) {
        return jdbc.sql(
                                """
                                update wubu.claim set state = :state, ended_at = :now, ended_by = :by, hash = '', salt = '', code = ''
                                where id = :id and state = 'OPEN'
                                """)
                        .param("state", state.name())
                        .param("now", now)
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    void endAll(String account, String by, OffsetDateTime now) {
        jdbc.sql(
                        """
                        update wubu.claim set state = 'REPLACED', ended_at = :now, ended_by = :by, hash = '', salt = '', code = ''
                        where user_id = :account and state = 'OPEN'
                        """)
                .param("account", account)
                .param("now", now)
                .param("by", by)
                .update();
    }

    void endFrom(String account, String source, OffsetDateTime now) {
        jdbc.sql(
                        """
                        update wubu.claim set state = 'REPLACED', ended_at = :now, hash = '', salt = '', code = ''
                        where user_id = :account and source = :source and kind = 'PASSWORD' and state = 'OPEN'
                        """)
                .param("account", account)
                .param("source", source)
                .param("now", now)
                .update();
    }

    /** Ends what is too old; forgets what nobody confirmed the day after, and the rest in the end. */
    void expire(OffsetDateTime now, OffsetDateTime kept, OffsetDateTime idle) {
        jdbc.sql(
                        """
                        update wubu.claim set state = 'EXPIRED', ended_at = ends_at, hash = '', salt = '', code = ''
                        where state = 'OPEN' and ends_at <= :now
                        """)
                .param("now", now)
                .update();
        jdbc.sql(
                        """
                        delete from wubu.claim c where c.state <> 'OPEN' and (c.ended_at < :kept
                            or c.state in ('EXPIRED', 'REPLACED', 'CROWDED') and c.ended_at < :idle
                            and not exists (select from wubu.claim_confirmation where claim_id = c.id))
                        """)
                .param("kept", kept)
                .param("idle", idle)
                .update();
    }

    Optional<Claim> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from wubu.claim where id = :id")
                .param("id", id)
                .query((row, number) -> claim(row))
                .optional();
    }

    List<Claim> of(String account, OffsetDateTime now) {
        return jdbc.sql(
                        "select " + COLUMNS + " from wubu.claim where user_id = :account"
                                + " and (state <> 'OPEN' or ends_at > :now and kind in ('PASSWORD', 'OUTSIDE')) order by id desc limit 20")
                .param("account", account)
                .param("now", now)
                .query((row, number) -> claim(row))
                .list();
    }

    List<Claim> untold(String account) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from wubu.claim where user_id = :account and state = 'DONE' and seen_at is null order by id")
                .param("account", account)
                .query((row, number) -> claim(row))
                .list();
    }

    void told(String account, OffsetDateTime now) {
        jdbc.sql("update wubu.claim set seen_at = :now where user_id = :account and state = 'DONE' and seen_at is null")
                .param("account", account)
                .param("now", now)
                .update();
    }

    private Claim claim(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        return new Claim(
                id,
                row.getString("user_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getBoolean("drop_factor"),
                State.valueOf(row.getString("state")),
                instant(row, "filed_at"),
                row.getString("filed_by"),
                instant(row, "ends_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                confirmations(id));
    }

    private List<Confirmation> confirmations(long id) {
        return jdbc.sql(
                        "select role, title, user_id as account, at from wubu.claim_confirmation where claim_id = :id order by at")
                .param("id", id)
                .query((row, number) -> new Confirmation(
                        row.getString("role"), row.getString("title"), row.getString("account"), instant(row, "at")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
