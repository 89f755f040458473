package io.wubu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015: the check sign. */
class UsccTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91440300708461136T", "91130403MA0000001W"})
    void aCodeWithTheRightCheckSignIsValid(String code) {
        assertThat(Uscc.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100m000100y43",
                "91350100I000100Y43",
                ""
            })
    void anotherSignLengthOrAlphabetIsNot(String code) {
        assertThat(Uscc.isValid(code)).isFalse();
    }
}
