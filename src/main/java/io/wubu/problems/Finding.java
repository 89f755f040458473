package io.wubu.problems;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an officer found on the spot, or a line of an imported ledger.
 *
 * @param source SUPERVISION, PATROL, HOT_GRID, HOTLINE_12369, RANDOM or LEDGER
 * @param regionCode the county, or the city where the county is not known yet
 * @param roundCode the round; null outside the campaign's rounds
 * @param importId the import a ledger line came with
 */
public record Finding(
        String source,
        String regionCode,
        @Nullable String roundCode,
        @Nullable String place,
        String siteName,
        @Nullable String uscc,
        @Nullable BigDecimal lon,
        @Nullable BigDecimal lat,
        String problemType,
        String description,
        LocalDate foundOn,
        @Nullable String team,
        @Nullable String handling,
        @Nullable String importId) {}
