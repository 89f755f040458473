package io.wubu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The draw can be repeated and is fair. */
class DrawTest {

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(Draw.of("lookBack", "PB-2017Q-R03-130425-00123"))
                .isEqualTo(Draw.of("lookBack", "PB-2017Q-R03-130425-00123"))
                .isNotEqualTo(Draw.of("recheck", "PB-2017Q-R03-130425-00123"));
    }

    @Test
    void aFifthOfManyIsAFifth() {
        var drawn = IntStream.range(0, 10_000)
                .filter(i -> Draw.of("lookBack", "PB-%05d".formatted(i)).within(20))
                .count();

        assertThat(drawn).isBetween(1_850L, 2_150L);
    }

    @Test
    void allAreWithinAHundredAndNoneWithinZero() {
        assertThat(IntStream.range(0, 500).mapToObj(i -> Draw.of("lookBack", "PB-" + i)))
                .allMatch(draw -> draw.within(100) && !draw.within(0));
    }
}
