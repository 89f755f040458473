package io.wubu.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who closes a problem, and which are looked at again: closure-level.dmn and look-back-sample.dmn, row by row. */
class ClosureRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final Rules rules = FileTables.rules();

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,false,false,false,100,30",
        "MINOR,true,false,false,100,30",
        "MINOR,false,true,false,100,30",
        "MAJOR,false,false,true,100,30",
        "MAJOR,false,false,false,50,60",
        "NORMAL,false,false,false,20,90",
        "'',false,false,false,20,90",
    })
    void theLookBackSampleFollowsSeverityAndHistory(
            String severity, boolean falseClaim, boolean listed, boolean interviewed, int percent, int days) {
        var row = rules.foreseeOne(Question.of("lookBackSample", DAY)
                .with("severity", severity)
                .with("falseClaim", falseClaim)
                .with("listed", listed)
                .with("interviewed", interviewed));

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
        var row = rules.foreseeOne(
                Question.of("closureLevel", DAY).with("source", source).with("listed", listed));

        assertThat(row.text("acceptor")).isEqualTo(acceptor);
        assertThat(row.text("signer")).isEqualTo(signer);
        assertThat(row.text("recorder")).isEqualTo(recorder);
        assertThat(row.integer("recheckPercent")).isEqualTo(percent);
    }
}
