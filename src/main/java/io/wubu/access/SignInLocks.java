package io.wubu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may try a password. After a few failures an account is locked for the source they came from, for a time; elsewhere its
 * owner signs in as ever, so nobody can lock others out. A source that fails with many accounts is locked for all of them.
 */
@Component
class SignInLocks {

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

    /** A wrong password, or an account that isn't there: both count alike. */
    void failed(String account, String source) {
        jdbc.sql("delete from wubu.sign_in_failure where last_at < :old")
                .param("old", now().minus(lock))
                .update();
        jdbc.sql(
                        """
                        insert into wubu.sign_in_failure as f (account, source, failures, last_at, locked_until)
                        values (:account, :source, 1, :now, case when :most <= 1 then :until end)
                        on conflict (account, source) do update set failures = f.failures + 1, last_at = :now,
                            locked_until = case when f.failures + 1 >= :most then :until end
                        """)
                .param("account", shortened(account))
                .param("source", source)
                .param("now", now())
                .param("most", failures)
                .param("until", now().plus(lock))
                .update();
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

    private static String shortened(String account) {
        return account.length() > LONGEST ? account.substring(0, LONGEST) : account;
    }
}
