package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role is offered the pages it has business on, and no other. */
class OwnPagesTest {

    private final OwnPages pages = new OwnPages(new OwnRoutes());

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    CITY_ECO_OFFICE, tasks ledger import calendar
                    COUNTY_GOV, tasks ledger calendar
                    SUPERVISION_TEAM, tasks ledger report calendar
                    MINISTRY_SUPERVISION_OFFICE, tasks ledger import rounds calendar
                    AUDITOR, tasks ledger claims audit calendar
                    MINISTRY_ADMIN, accounts claims calendar
                    SECURITY_ADMIN, accounts claims calendar
                    NO_SUCH_ROLE, ''
                    """)
    void eachRoleIsOfferedItsPages(String role, String expected) {
        assertThat(String.join(" ", pages.of(role))).isEqualTo(expected);
    }
}
