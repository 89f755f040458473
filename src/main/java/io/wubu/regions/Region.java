package io.wubu.regions;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division or development zone.
 *
 * @param code GB/T 2260, the ministry is 000000
 * @param cityCode the city government a problem there is assigned to; null above cities
 * @param kind 行政区 or 功能区
 */
public record Region(
        String code,
        String name,
        String fullName,
        String level,
        @Nullable String parentCode,
        @Nullable String cityCode,
        String kind) {

    /** The code of the ministry. */
    public static final String MINISTRY = "000000";

    /** Whether this is a county, district or development zone. */
    public boolean isCounty() {
        return level.equals("county");
    }
}
