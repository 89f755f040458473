package io.wubu.flow.fivestep;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is written down on the spot (rule book 1.5), not checked yet.
 *
 * @param uscc 统一社会信用代码, if the site has one
 * @param place town, village or grid
 * @param lon WGS-84, lat likewise; may be left out if a photo knows its place
 * @param photos at least two, uploaded by the reporter
 */
public record FindingPaper(
        @Nullable String siteName,
        @Nullable String uscc,
        @Nullable String countyCode,
        @Nullable String place,
        @Nullable BigDecimal lon,
        @Nullable BigDecimal lat,
        @Nullable LocalDate foundOn,
        @Nullable String problemType,
        @Nullable String description,
        @Nullable List<UUID> photos) {

    /** The photos, each once. */
    List<UUID> shots() {
        return photos == null ? List.of() : photos.stream().distinct().toList();
    }
}
