package io.wubu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are taken. */
class LegibleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "整改完成", "第一行\n第二行\r\n\t第三行", "𠮷野家", "😀👨‍👩‍👧", "a\u200Db", "‘引号’—", "\u00A0甲"})
    void whatPeopleWriteIsTaken(String text) {
        assertThat(Legible.fault(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "\u0001",
                "a\u0008",
                "a\u000Bb",
                "a\u001Bb",
                "a\u007Fb",
                "a\u0085b",
                "a\u009Fb",
                "a\uD800b",
                "\uDC00",
                "\uDC00\uD800",
                "a\uFFFFb",
                "x\u202Ey",
                "\u2066x\u2069",
                "\u200B",
                "\u200B\u200C \uFEFF",
                "\u3164",
                "\u2800\u2800"
            })
    void whatNobodyCouldReadIsNot(String text) {
        assertThat(Legible.fault(text)).isPresent();
        assertThat(Legible.faultOfLine(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲\n乙", "甲\t乙", "甲\r乙", "甲\u2028乙"})
    void aNameHasOneLine(String text) {
        assertThat(Legible.fault(text)).isEmpty();
        assertThat(Legible.faultOfLine(text)).contains("不能换行或带制表符");
    }

    @Test
    void whatIsSeenIsCounted() {
        assertThat(Legible.seen("𠮷\u200B野 家")).isEqualTo(3);
    }
}
