package io.wubu.access.guessing;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each account has signed in from lately: while strangers guess at its password, its owner comes in from there. */
@Component
public class KnownSources {

    private static final Duration FRESH = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int most;
    private final Duration longest;

    KnownSources(
            JdbcClient jdbc,
            Clock clock,
            @Value("${wubu.sign-in.known-sources}") int most,
            @Value("${wubu.sign-in.known-for}") Duration longest) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.most = most;
        this.longest = longest;
    }

    public boolean isKnown(String account, String source) {
        return jdbc.sql(
                        """
                        select exists (select from wubu.sign_in_source
                                       where account = :account and source = :source and last_at > :old)
                        """)
                .param("account", SignInLocks.shortened(account))
                .param("source", source)
                .param("old", now().minus(longest))
                .query(Boolean.class)
                .single();
    }

    /** Somebody has come in; the sources he hasn't used for longest give way. */
    public void remember(String account, String source) {
        var written = jdbc.sql(
                        """
                        insert into wubu.sign_in_source as s (account, source, last_at) values (:account, :source, :now)
                        on conflict (account, source) do update set last_at = :now where s.last_at not between :fresh and :now
                        """)
                .param("account", account)
                .param("source", source)
                .param("now", now())
                .param("fresh", now().minus(FRESH))
                .update();
        if (written > 0) {
            jdbc.sql(
                            """
                            delete from wubu.sign_in_source where account = :account and source not in
                                (select source from wubu.sign_in_source where account = :account
                                 order by last_at desc limit :most)
                            """)
                    .param("account", account)
                    .param("most", most)
                    .update();
        }
    }

    void forgetOld() {
        jdbc.sql("delete from wubu.sign_in_source where last_at < :old")
                .param("old", now().minus(longest))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
