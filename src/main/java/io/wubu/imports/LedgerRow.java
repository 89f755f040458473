package io.wubu.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that passed all checks.
 *
 * @param row the line of the file, the heading included
 * @param recordId the number it bears in the sender's own ledger
 * @param regionCode the county, or the city where the ledger names none or a zone without a code
 * @param place zone, town and grid as written
 */
public record LedgerRow(
        int row,
        @Nullable String recordId,
        LocalDate foundOn,
        @Nullable String team,
        String regionCode,
        @Nullable String place,
        String siteName,
        @Nullable String uscc,
        @Nullable BigDecimal lon,
        @Nullable BigDecimal lat,
        String problemType,
        String description,
        @Nullable String handling) {}
