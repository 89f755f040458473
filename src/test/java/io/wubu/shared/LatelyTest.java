package io.wubu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final AtomicLong second = new AtomicLong(-30);
    private final Lately lately = new Lately(second::get);

    @Test
    void whatHappenedAMinuteAgoCountsNoMore() {
        lately.happened();
        pass(59);
        lately.happened();
        assertThat(lately.times()).isEqualTo(2);
        pass(1);
        assertThat(lately.times()).isEqualTo(1);
        pass(58);
        assertThat(lately.times()).isEqualTo(1);
        pass(1);
        assertThat(lately.times()).isZero();
    }

    @Test
    void aLongQuietForgetsEverything() {
        for (var i = 0; i < 60; i++) {
            lately.happened();
            pass(1);
        }
        assertThat(lately.times()).isEqualTo(59);
        pass(10_000);
        assertThat(lately.times()).isZero();
        lately.happened();
        assertThat(lately.times()).isEqualTo(1);
    }

    private void pass(long seconds) {
        second.addAndGet(seconds);
    }
}
