package io.wubu.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DMN-10 (closure-level.dmn) and DMN-16 (look-back-sample.dmn), row by row. */
class ClosureRulesTest {

    private final Rules rules = new Rules();

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,false,false,false,100,30",
        "MINOR,true,false,false,100,30",
        "MINOR,false,true,false,100,30",
        "MAJOR,false,false,true,100,30",
        "MAJOR,false,false,false,50,60",
        "NORMAL,false,false,false,20,90",
        ",false,false,false,20,90",
    })
    void theLookBackSampleFollowsSeverityAndHistory(
            String severity, boolean falseClaim, boolean listed, boolean interviewed, int percent, int days) {
        var inputs = new HashMap<String, Object>();
        inputs.put("severity", severity);
        inputs.put("falseClaim", falseClaim);
        inputs.put("listed", listed);
        inputs.put("interviewed", interviewed);

        var row = rules.one("look-back-sample", inputs);

        assertThat(row.integer("percent")).isEqualTo(percent);
        assertThat(row.integer("days")).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERVISION,false,CITY_ECO_OFFICE,CITY_LEADER,PROVINCE_OFFICE,100",
        "LEDGER,false,CITY_ECO_OFFICE,CITY_LEADER,PROVINCE_OFFICE,100",
        "HOTLINE_12369,false,COUNTY_ECO_BUREAU,COUNTY_LEADER,CITY_ECO_OFFICE,10",
        "HOTLINE_12369,true,MINISTRY_SUPERVISION_OFFICE,CITY_LEADER,MINISTRY_SUPERVISION_OFFICE,100",
    })
    void theClosureLevelFollowsTheSource(
            String source, boolean listed, String acceptor, String signer, String recorder, int percent) {
        var row = rules.one("closure-level", Map.of("source", source, "listed", listed));

        assertThat(row.text("acceptor")).isEqualTo(acceptor);
        assertThat(row.text("signer")).isEqualTo(signer);
        assertThat(row.text("recorder")).isEqualTo(recorder);
        assertThat(row.integer("recheckPercent")).isEqualTo(percent);
    }
}
