package io.wubu.traffic;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How long a thread waits for its client ({@code wubu.slow-clients.*}).
 *
 * @param most threads that wait at once; never more than half of all
 * @param rate bytes a second below which a client falls into debt
 * @param grace how much time it may owe, and how much it may save up
 * @param swallow how long the rest of a body nobody wants is waited for
 * @param headers how long a request's head may take
 * @param strangers requests served at once on connections on which nobody is known
 * @param connectionsPerAddress open at once from one address, an IPv6 network of 64 bits counting as one
 */
@ConfigurationProperties("wubu.slow-clients")
record Patience(
        int most,
        DataSize rate,
        Duration grace,
        Duration swallow,
        Duration headers,
        int strangers,
        int connectionsPerAddress) {}
