package io.wubu.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The pools, as configured.
 *
 * @param role what the database itself holds the application's role to, whoever connects as it
 * @param connect how long connecting, and asking for an end, may take
 * @param slack how much longer than a statement may take its answer is waited for on the wire
 * @param account how much of a pool one account may use at once
 * @param zone the time zone of every connection
 */
@ConfigurationProperties("wubu.pools")
public record PoolSettings(
        PoolLimits lists,
        PoolLimits steps,
        PoolLimits doors,
        PoolLimits jobs,
        PoolLimits longWork,
        PoolLimits health,
        PoolLimits audit,
        Role role,
        Duration connect,
        Duration slack,
        Account account,
        String zone) {

    /** Limits that stand in the database. */
    record Role(Duration statement, Duration lock, Duration transaction) {}

    /** Requests of one account that are in the database at once, and how long one more waits. */
    record Account(int lists, int longWork, Duration patience) {}

    PoolLimits of(Work work) {
        return switch (work) {
            case LISTS -> lists;
            case STEPS -> steps;
            case DOORS -> doors;
            case JOBS -> jobs;
            case LONG -> longWork;
            case HEALTH -> health;
        };
    }
}
