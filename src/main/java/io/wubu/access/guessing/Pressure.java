package io.wubu.access.guessing;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Guessing that no single source gives away: at one account from many sources, or at many accounts from many. While it lasts,
 * passwords from sources an account has never signed in from are tried only now and then.
 */
@Component
public class Pressure {

    /** The pace of all accounts together. */
    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration window;
    private final int ofAccount;
    private final int ofAll;
    private final Duration paceOfAccount;
    private final Duration paceOfAll;

    Pressure(
            JdbcClient jdbc,
            Clock clock,
            @Value("${wubu.sign-in.lock}") Duration window,
            @Value("${wubu.sign-in.account-failures}") int ofAccount,
            @Value("${wubu.sign-in.failures-a-minute}") int ofAll,
            @Value("${wubu.sign-in.pace-of-account}") Duration paceOfAccount,
            @Value("${wubu.sign-in.pace-of-all}") Duration paceOfAll) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.window = window;
        this.ofAccount = ofAccount;
        this.ofAll = ofAll;
        this.paceOfAccount = paceOfAccount;
        this.paceOfAll = paceOfAll;
    }

    /** What is guessed at now: one account, or all of them. */
    record Found(boolean account, boolean all) {}

    /** Counts a failure, for all nodes. */
    void failed() {
        jdbc.sql(
                        """
                        insert into wubu.sign_in_minute as m (minute, failures) values (:minute, 1)
                        on conflict (minute) do update set failures = m.failures + 1
                        """)
                .param("minute", now().truncatedTo(ChronoUnit.MINUTES))
                .update();
    }

    Found on(String account) {
        return jdbc.sql(
                        """
                        select (select coalesce(sum(failures), 0) from wubu.sign_in_failure
                                where account = :account and last_at > :since) >= :ofAccount as account,
                               (select coalesce(max(failures), 0) from wubu.sign_in_minute
                                where minute >= :minute) >= :ofAll as "all"
                        """)
                .param("account", SignInLocks.shortened(account))
                .param("since", now().minus(window))
                .param("ofAccount", ofAccount)
                .param("minute", now().truncatedTo(ChronoUnit.MINUTES).minusMinutes(1))
                .param("ofAll", ofAll)
                .query(Found.class)
                .single();
    }

    /** Whether a password of the account may be tried from a source it has never signed in from. */
    public boolean letsStranger(String account) {
        var found = on(account);
        return (!found.account() && !found.all() || take(SignInLocks.shortened(account), paceOfAccount))
                && (!found.all() || take(ALL, paceOfAll));
    }

    void forgetOld() {
        jdbc.sql("delete from wubu.sign_in_pace where next_at < :now")
                .param("now", now())
                .update();
        jdbc.sql("delete from wubu.sign_in_minute where minute < :old")
                .param("old", now().minusMinutes(2))
                .update();
    }

    private boolean take(String subject, Duration pace) {
        return jdbc.sql(
                                """
                                insert into wubu.sign_in_pace as p (subject, next_at) values (:subject, :next)
                                on conflict (subject) do update set next_at = :next where p.next_at <= :now
                                """)
                        .param("subject", subject)
                        .param("next", now().plus(pace))
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
