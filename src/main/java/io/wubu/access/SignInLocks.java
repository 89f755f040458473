package io.wubu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may try a password. After a few failures an account is locked for the source they came from, for a time; elsewhere its
 * owner signs in as ever, so nobody can lock others out. A source that fails with many accounts is locked for all of them.
 */
@Component
public class SignInLocks {

    private static final int LONGEST = 64;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int failures;
    private final int sourceFailures;
    private final Duration lock;

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

    /** Whether a password of that account may be tried from there now. */
    boolean mayTry(String account, String source) {
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
    Optional<Instant> failed(String account, String source) {
        jdbc.sql("delete from wubu.sign_in_failure where last_at < :old")
                .param("old", now().minus(lock))
                .update();
        return jdbc.sql(
                        """
                        insert into wubu.sign_in_failure as f (account, source, failures, last_at, locked_until)
                        values (:account, :source, 1, :now, case when :most <= 1 then :until end)
                        on conflict (account, source) do update set failures = f.failures + 1, last_at = :now,
                            locked_until = case when f.failures + 1 >= :most then :until end
                        returning locked_until
                        """)
                .param("account", shortened(account))
                .param("source", source)
                .param("now", now())
                .param("most", failures)
                .param("until", now().plus(lock))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Opens an account wherever it is locked. */
    public void open(String account) {
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
    void succeeded(String account, String source) {
        jdbc.sql("delete from wubu.sign_in_failure where account = :account and source = :source")
                .param("account", shortened(account))
                .param("source", source)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String shortened(String account) {
        var shortened = account.length() > LONGEST ? account.substring(0, LONGEST) : account;
        return Attempt.NO_TEXT.matcher(shortened).replaceAll("·");
    }
}
