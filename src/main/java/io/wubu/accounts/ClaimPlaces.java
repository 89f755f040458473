package io.wubu.accounts;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The places in which claims wait. None is held against an owner for good: where all are taken, the oldest unconfirmed claim of
 * the most crowded source gives way, and what the owner files from where he works gives way to no stranger.
 */
final class ClaimPlaces {

    private static final String WAITING = "known and state = 'OPEN' and ends_at > :now and strpos(user_id, :text) > 0";

    private final JdbcClient jdbc;

    ClaimPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One after the other, on all nodes, until the transaction ends. */
    void hold() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('wubu claims', 0))) held")
                .query(Integer.class)
                .single();
    }

    /** Ends what has to give way to one more, of the account and of all. */
    void makeRoom(String account, Claims.Origin from, int ofAccount, int ofAll, OffsetDateTime now) {
        evict(account, from, ofAccount, now);
        evict("", from, ofAll, now);
    }

    /** @param account empty: whatever account */
    private void evict(String account, Claims.Origin from, int places, OffsetDateTime now) {
        jdbc.sql(
                        """
                        with waiting as (
                            select id, user_id, own, filed_at,
                                   count(*) over (partition by source) as of_source,
                                   count(*) over (partition by network) as of_network,
                                   exists (select from wubu.claim_confirmation where claim_id = c.id) as confirmed
                            from wubu.claim c where state = 'OPEN' and kind = 'PASSWORD' and known = :known),
                        concerned as (select * from waiting where :account in ('', user_id)),
                        given as (
                            select id from concerned where not confirmed and (:own or not own)
                            order by own, of_source desc, of_network desc, filed_at, id
                            limit greatest(0, (select count(*) from concerned) - :places + 1))
                        update wubu.claim set state = 'CROWDED', ended_at = :now, hash = '', salt = '', code = ''
                        where id in (select id from given)
                        """)
                .param("known", from.known())
                .param("account", account)
                .param("own", from.own())
                .param("places", places)
                .param("now", now)
                .update();
    }

    List<Long> open(String text, int offset, int limit, OffsetDateTime now) {
        return jdbc.sql("select id from wubu.claim c where " + WAITING
                        + " order by exists (select from wubu.claim_confirmation where claim_id = c.id) desc,"
                        + " kind <> 'PASSWORD' desc, own desc, id offset :offset limit :limit")
                .param("now", now)
                .param("text", text)
                .param("offset", offset)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    long count(String text, OffsetDateTime now) {
        return jdbc.sql("select count(*) from wubu.claim where " + WAITING)
                .param("now", now)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    List<Long> from(String source) {
        return jdbc.sql(
                        """
                        select id from wubu.claim c where source = :source and known and state = 'OPEN' and kind = 'PASSWORD'
                            and not exists (select from wubu.claim_confirmation where claim_id = c.id) order by id
                        """)
                .param("source", source)
                .query(Long.class)
                .list();
    }
}
