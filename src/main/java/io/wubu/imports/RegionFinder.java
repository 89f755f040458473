package io.wubu.imports;

import io.wubu.regions.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of one ledger, each combination once. */
class RegionFinder {

    /** The code table: the region that bears these names, city and county possibly blank. */
    interface Names {
        Optional<Region> find(String province, String city, String county);
    }

    /** What a ledger writes where a municipality has no cities. */
    private static final Set<String> NO_CITY = Set.of("市辖区", "县", "省直辖县级行政区划");

    private final Names names;
    private final Map<List<String>, Optional<Region>> known = new HashMap<>();

    RegionFinder(Names names) {
        this.names = names;
    }

    Optional<Region> find(String province, String city, String county) {
        return known.computeIfAbsent(List.of(province, city, county), key -> search(province, city, county));
    }

    private Optional<Region> search(String province, String city, String county) {
        for (var fullProvince : List.of(province, province + "省", province + "市")) {
            for (var fullCity : NO_CITY.contains(city) ? List.of("") : List.of(city, city + "市")) {
                var region = names.find(fullProvince, fullCity.equals("市") ? "" : fullCity, county);
                if (region.isPresent()) {
                    return region;
                }
            }
        }
        return Optional.empty();
    }
}
