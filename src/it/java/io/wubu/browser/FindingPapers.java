package io.wubu.browser;

import java.util.Map;

/** What the supervision team, its leader and the office write about a finding. */
final class FindingPapers {

    private FindingPapers() {}

    static Map<String, Object> finding(String county, String type) {
        return Map.of(
                "siteName", "东风路砖瓦厂",
                "countyCode", county,
                "place", "东风路与人民路口东北侧",
                "lon", "114.49",
                "lat", "36.61",
                "foundOn", "2026-11-24",
                "problemType", type,
                "description", "现场正在生产，无环保手续，无污染治理设施，烟尘直排。",
                "photos", 2);
    }

    static Map<String, Object> passed(String severity, int limit, String unit) {
        return Map.of("decision", "PASS", "severity", severity, "limitAmount", limit, "limitUnit", unit);
    }
}
