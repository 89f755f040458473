package io.wubu.lawclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A limit is a whole number of days or hours, at least one. */
class LimitTest {

    @Test
    void aLimitOfNoneOrOfCenturiesIsNone() {
        for (var amount : new int[] {0, -1, 3661, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            for (var unit : new LimitUnit[] {
                LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.HOUR, LimitUnit.WORKING_HOUR
            }) {
                assertThatThrownBy(() -> new Limit(amount, unit, false))
                        .as("%d %s", amount, unit)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(Limit.workingDays(1).chinese()).isEqualTo("1个工作日");
        assertThat(Limit.calendarDays(3660).chinese()).isEqualTo("3660日");
    }

    @Test
    void anHourOfTheDayIsOneOfTwentyFour() {
        assertThat(new Limit(0, LimitUnit.SAME_DAY_AT, false).amount()).isZero();
        assertThatThrownBy(() -> new Limit(24, LimitUnit.SAME_DAY_AT, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDateHasNoLength() {
        assertThat(Limit.date().amount()).isZero();
        assertThatThrownBy(() -> new Limit(7, LimitUnit.DATE, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
