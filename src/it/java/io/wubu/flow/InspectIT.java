package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 巡查核查与回头看, path by path. */
class InspectIT extends InspectSteps {

    @Test
    void aRectifiedProblemIsVerifiedOnTheSpot() {
        var number = reported();

        handIn(bureau(), number, "checkByCounty", checked("PASS"));
        assertThat(problem(number).state()).isEqualTo(State.COUNTY_CHECKED);
        handIn(patrol(), number, "verifyOnSite", verdict(patrol(), "RECTIFIED"));

        assertThat(passed(number))
                .contains("isLookBack", "checkByCounty", "hasCountyPassed", "verifyOnSite", "isRectified", "rectified");
        assertThat(problem(number).state()).isEqualTo(State.PATROL_VERIFIED);
        assertThat(variable(number, "rectified")).isEqualTo(true);
        assertThat(last(number).label()).isEqualTo("巡查核实：整改到位");
        assertThat(last(number).photos()).hasSize(1);
    }

    @Test
    void aFailedCountyCheckEndsTheInspection() {
        var number = reported();

        handIn(bureau(), number, "checkByCounty", checked("FAIL"));

        assertThat(passed(number)).contains("notRectified").doesNotContain("verifyOnSite");
        assertThat(problem(number).state()).isEqualTo(State.NOT_RECTIFIED);
        assertThat(variable(number, "rectified")).isEqualTo(false);
    }

    @Test
    void withoutAPatrolTheCityVerifies() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));

        fire(number, "patrolNotCome");
        assertThat(openSteps(number)).containsExactly("verifyByCity");
        handIn(cityOffice(), number, "verifyByCity", verdict(cityOffice(), "PARTIAL"));

        assertThat(passed(number)).contains("patrolNotCome", "verifyByCity", "joinVerified", "notRectified");
        assertThat(problem(number).state()).isEqualTo(State.NOT_RECTIFIED);
        assertThat(last(number).label()).isEqualTo("市级核实：部分整改");
    }

    @Test
    void aFalseClaimIsMarkedAndNotRectified() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));

        handIn(patrol(), number, "verifyOnSite", verdict(patrol(), "FALSE_CLAIM"));

        assertThat(problem(number).state()).isEqualTo(State.NOT_RECTIFIED);
        assertThat(problem(number).flags()).containsExactly("FALSE_CLAIM");
        assertThat(variable(number, "rectified")).isEqualTo(false);
    }

    @Test
    void missedLimitsAreReportedToTheSuperiors() {
        var number = reported();

        fire(number, "checkByCountyOverdue");
        assertThat(openSteps(number)).containsExactly("checkByCounty", "urge");
        clock.advance(Duration.ofMinutes(1));
        handIn(bureau(), number, "checkByCounty", checked("PASS"));
        fire(number, "patrolNotCome");
        fire(number, "verifyByCityOverdue");

        assertThat(passed(number)).contains("checkByCountyReported", "verifyByCityReported");
        assertThat(task(number, "urge")).isNotNull();
    }

    private String cityOffice() {
        return account(Role.CITY_ECO_OFFICE, CITY);
    }

    private Entry last(String number) {
        var entries = records.of(number);
        return entries.get(entries.size() - 1);
    }
}
