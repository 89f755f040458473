package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** So many requests of one account at once. */
class CrowdTest {

    @Test
    void oneMoreThanAllowedIsTurnedAwayAndAnotherAccountIsNot() {
        var crowd = new Crowd(2, Duration.ofMillis(10));
        assertThat(crowd.enter("a")).isTrue();
        assertThat(crowd.enter("a")).isTrue();
        assertThat(crowd.enter("a")).isFalse();
        assertThat(crowd.enter("b")).isTrue();
        crowd.leave("a");
        assertThat(crowd.enter("a")).isTrue();
    }

    @Test
    void whoWaitsGetsThePlaceThatBecomesFree() throws Exception {
        var crowd = new Crowd(1, Duration.ofMinutes(5));
        crowd.enter("a");
        var second = CompletableFuture.supplyAsync(() -> crowd.enter("a"));
        crowd.leave("a");
        assertThat(second.get(4, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void anAccountThatLeftIsNotRemembered() {
        var crowd = new Crowd(1, Duration.ZERO);
        for (var round = 0; round < 3; round++) {
            assertThat(crowd.enter("a")).isTrue();
            assertThat(crowd.enter("a")).isFalse();
            crowd.leave("a");
        }
        assertThat(crowd.isEmpty()).isTrue();
    }
}
