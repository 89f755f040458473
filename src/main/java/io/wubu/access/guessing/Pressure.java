package io.wubu.access.guessing;

import io.wubu.shared.Slowed;
import io.wubu.shared.Source;
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
 * passwords from sources an account has never signed in from are tried only now and then, and those who have failed lately don't
 * take the turns of those who haven't. Accounts nobody can sign in as are counted apart: guessing at them slows nobody else.
 */
@Component
public class Pressure {

    /** The pace of all accounts together. */
    private static final String ALL = "";

    private static final int LANES_OF_OPEN = 10;
    private static final int LANES_OF_NONE = 20;

    /** The same for right and wrong passwords, known and unknown accounts. */
    private static final String WORDS = "登录请求过多，请稍等片刻再试";

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

    /** Counts a failure, for all nodes; apart, if nobody can sign in as that account. */
    void failed(boolean open) {
        jdbc.sql(
                        """
                        insert into wubu.sign_in_minute as m (minute, open, failures) values (:minute, :open, 1)
                        on conflict (minute, open) do update set failures = m.failures + 1
                        """)
                .param("minute", now().truncatedTo(ChronoUnit.MINUTES))
                .param("open", open)
                .update();
    }

    Found on(String account, boolean open) {
        return jdbc.sql(
                        """
                        select (select coalesce(sum(failures), 0) from wubu.sign_in_failure
                                where account = :account and last_at > :since) >= :ofAccount as account,
                               (select coalesce(max(failures), 0) from wubu.sign_in_minute
                                where minute >= :minute and open = :open) >= :ofAll as "all"
                        """)
                .param("account", SignInLocks.shortened(account))
                .param("since", now().minus(window))
                .param("ofAccount", ofAccount)
                .param("minute", now().truncatedTo(ChronoUnit.MINUTES).minusMinutes(1))
                .param("open", open)
                .param("ofAll", ofAll)
                .query(Found.class)
                .single();
    }

    /** {@link Slowed} if a password of the account may not be tried now from a source it has never signed in from. */
    public void requireTurn(String account, String source, boolean open) {
        if (!letsStranger(account, source, open)) {
            throw new Slowed(WORDS, paceOfAccount);
        }
    }

    boolean letsStranger(String account, String source, boolean open) {
        var found = on(account, open);
        if (!found.account() && !found.all()) {
            return true;
        }
        var lane = lane(source);
        return take(SignInLocks.shortened(account), lane, paceOfAccount)
                && (!found.all() || take(ALL, lane + (open ? LANES_OF_OPEN : LANES_OF_NONE), paceOfAll));
    }

    /** 0: nobody has failed lately in the whole network; 1: not from this source; 2: from this source. */
    private int lane(String source) {
        return jdbc.sql(
                        """
                        select case when exists (select from wubu.sign_in_failure
                                                 where source = :source and last_at > :since) then 2
                                    when exists (select from wubu.sign_in_failure
                                                 where network = :network and last_at > :since) then 1
                                    else 0 end
                        """)
                .param("source", source)
                .param("network", new Source(source).network())
                .param("since", now().minus(window))
                .query(Integer.class)
                .single();
    }

    void forgetOld() {
        jdbc.sql("delete from wubu.sign_in_pace where next_at < :now")
                .param("now", now())
                .update();
        jdbc.sql("delete from wubu.sign_in_minute where minute < :old")
                .param("old", now().minusMinutes(2))
                .update();
    }

    private boolean take(String subject, int lane, Duration pace) {
        return jdbc.sql(
                                """
                                insert into wubu.sign_in_pace as p (subject, lane, next_at) values (:subject, :lane, :next)
                                on conflict (subject, lane) do update set next_at = :next where p.next_at <= :now
                                """)
                        .param("subject", subject)
                        .param("lane", lane)
                        .param("next", now().plus(pace))
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
