package io.wubu.flow.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of papers: the limit of the review is a whole number of days, whatever is written for it. */
class PaperNumberTest {

    private static final PaperForm REVIEW = PaperForm.parse(
            """
            <form>
              <label for="limitAmount">整改时限</label>
              <input id="limitAmount" name="limitAmount" type="number" required min="1" max="365">
            </form>
            """);

    @Test
    void aWholeNumberIsReadHoweverItIsWritten() {
        for (Object seven : List.of(7, 7L, 7.0, "7", " 7 ", "7.0", "+7", "7e0", "0.7E1")) {
            assertThat(new PaperCheck(LocalDate.of(2026, 11, 24)).check(REVIEW, Map.of("limitAmount", seven)))
                    .as("%s", seven)
                    .containsEntry("limitAmount", 7L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "7.0001", "75e-1", "364.999999999999"})
    void aFractionOfADayIsRefused(String written) {
        assertThat(fault("1", "365", null, written)).containsExactly("step", "应为整数");
        assertThat(fault("1", "365", null, Double.valueOf(written))).containsExactly("step", "应为整数");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "-7.5", "0.5", "366", "2147483648", "99999999999999", "1e15", "1e99"})
    void noneNegativeAndHugeAreOutOfRange(String written) {
        assertThat(fault("1", "365", null, written)).containsExactly("range", "应不小于 1 不大于 365");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7,5", "７", "7天", "七", "NaN", "Infinity", "0x7", "7f", "1_000", "7 5", "--7", "1e999", "."})
    void whatIsNoNumberIsRefused(String written) {
        assertThat(fault("1", "365", null, written)).containsExactly("number", "应为数字（半角，小数点用“.”）");
    }

    @Test
    void theStepOfTheFormIsCountedFromItsLeast() {
        assertThat(fault("0", "100", "0.5", "87.5")).isNull();
        assertThat(fault("0", "100", "0.5", "87.3")).containsExactly("step", "应以 0.5 为最小单位");
        assertThat(fault("0", null, "0.01", "12.34")).isNull();
        assertThat(fault("0", null, "0.01", "12.345")).containsExactly("step", "应以 0.01 为最小单位");
        assertThat(fault("73", "136", "any", "114.4912345678")).isNull();
    }

    @Test
    void withoutARangeANumberIsStillBounded() {
        assertThat(fault(null, null, null, "1e16")).containsExactly("range", "应在一千万亿以内");
        assertThat(fault("5", null, null, "4")).containsExactly("range", "应不小于 5");
        assertThat(fault(null, "5", null, "6")).containsExactly("range", "应不大于 5");
    }

    private static String @Nullable [] fault(
            @Nullable String min, @Nullable String max, @Nullable String step, Object raw) {
        var field = new FormField(
                "n", "数", "number", false, null, null, null, min, max, step, null, null, Map.of(), List.of());
        return new PaperNumber(field, raw).fault();
    }
}
