package io.wubu.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T62. */
class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void whatASpreadsheetWouldCalculateBecomesText(String typed) {
        assertThat(Formulas.asText(typed)).isEqualTo("'" + typed);
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(Formulas.asText("甲=乙")).isEqualTo("甲=乙");
        assertThat(Formulas.asText("")).isEmpty();
    }
}
