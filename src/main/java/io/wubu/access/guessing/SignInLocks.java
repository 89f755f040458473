package io.wubu.access.guessing;

import io.wubu.shared.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may try a password. After a few failures an account is locked for the source they came from, for a time; elsewhere its
 * owner signs in as ever, so nobody can lock others out. A source that fails with many accounts is locked for all of them.
 */
@Component
public class SignInLocks {

    /** What no text holds: NUL, and halves of pairs. */
    public static final Pattern NO_TEXT = Pattern.compile("[\\x00\\p{Cs}]");

    private static final int LONGEST = 64;

    /** Rows of failures that are kept, whatever comes. */
    private static final int MOST = 50_000;

    private static final int REMEMBERED = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int failures;
    private final int sourceFailures;
    private final Duration lock;
    private final Map<String, Told> locked = new ConcurrentHashMap<>();

    /** When the database said that it is locked, by the application's clock and by the machine's. */
    private record Told(Instant at, long nanos) {

        boolean isFresh(Instant now) {
            return Duration.between(at, now).abs().compareTo(FRESH) < 0 && System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    SignInLocks(
            JdbcClient jdbc,
            Clock clock,
            @Value("${wubu.sign-in.failures}") int failures,
            @Value("${wubu.sign-in.source-failures}") int sourceFailures,
            @Value("${wubu.sign-in.lock}") Duration lock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.failures = failures;
        this.sourceFailures = sourceFailures;
        this.lock = lock;
    }

    /**
     * Whether a password of that account may be tried from there now. That it may not is remembered for a second, so that who
     * goes on in a locked place costs neither a hash nor a query.
     */
    public boolean mayTry(String account, String source) {
        var key = shortened(account) + " " + source;
        var told = locked.get(key);
        if (told != null && told.isFresh(clock.instant())) {
            return false;
        }
        var free = isFree(account, source);
        if (!free) {
            if (locked.size() > REMEMBERED) {
                locked.clear();
            }
            locked.put(key, new Told(clock.instant(), System.nanoTime()));
        }
        return free;
    }

    private boolean isFree(String account, String source) {
        return jdbc.sql(
                        """
                        select not exists (select from wubu.sign_in_failure
                                           where account = :account and source = :source and locked_until > :now)
                           and (select coalesce(sum(failures), 0) from wubu.sign_in_failure
                                where source = :source and last_at > :since) < :most
                        """)
                .param("account", shortened(account))
                .param("source", source)
                .param("now", now())
                .param("since", now().minus(lock))
                .param("most", sourceFailures)
                .query(Boolean.class)
                .single();
    }

    /** A wrong password, or an account that isn't there: both count alike. Until when it is locked now, if it is. */
    public Optional<Instant> failed(String account, String source) {
        return jdbc.sql(
                        """
                        insert into wubu.sign_in_failure as f (account, source, network, failures, last_at, locked_until)
                        values (:account, :source, :network, 1, :now, case when :most <= 1 then :until end)
                        on conflict (account, source) do update set last_at = :now,
                            failures = case when f.last_at > :old then f.failures else 0 end + 1,
                            locked_until = case when f.last_at > :old and f.failures + 1 >= :most then :until end
                        returning locked_until
                        """)
                .param("account", shortened(account))
                .param("source", source)
                .param("network", new Source(source).network())
                .param("now", now())
                .param("most", failures)
                .param("until", now().plus(lock))
                .param("old", now().minus(lock))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Deletes what counts no longer, and of a flood the oldest. */
    void forgetOld() {
        jdbc.sql(
                        "delete from wubu.sign_in_failure where last_at < :old and (locked_until is null or locked_until < :now)")
                .param("old", now().minus(lock))
                .param("now", now())
                .update();
        jdbc.sql(
                        """
                        delete from wubu.sign_in_failure f using
                            (select account, source from wubu.sign_in_failure order by last_at desc offset :most) old
                        where f.account = old.account and f.source = old.source
                        """)
                .param("most", MOST)
                .update();
    }

    /** Opens an account wherever it is locked. */
    public void open(String account) {
        locked.clear();
        jdbc.sql("delete from wubu.sign_in_pace where subject = :account")
                .param("account", shortened(account))
                .update();
        jdbc.sql("delete from wubu.sign_in_failure where account = :account")
                .param("account", shortened(account))
                .update();
    }

    /** Whether an account is locked for any source. */
    public boolean isLocked(String account) {
        return jdbc.sql(
                        "select exists (select from wubu.sign_in_failure where account = :account and locked_until > :now)")
                .param("account", shortened(account))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** The right password: earlier failures from there are forgotten. */
    public void succeeded(String account, String source) {
        jdbc.sql("delete from wubu.sign_in_failure where account = :account and source = :source")
                .param("account", shortened(account))
                .param("source", source)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public static String shortened(String account) {
        var shortened = account.length() > LONGEST ? account.substring(0, LONGEST) : account;
        return NO_TEXT.matcher(shortened).replaceAll("·");
    }
}
