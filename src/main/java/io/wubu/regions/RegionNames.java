package io.wubu.regions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds a division by the names written in a ledger: exact names, renamed counties, zones without a code. */
class RegionNames {

    private final JdbcClient jdbc;
    private final Regions regions;

    RegionNames(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    Optional<Region> find(String province, @Nullable String city, @Nullable String county) {
        var cityCode = cityCode(province, city);
        if (cityCode.isEmpty() || county == null || county.isBlank()) {
            return cityCode.flatMap(regions::find);
        }
        return county(cityCode.get(), county.strip())
                .or(() -> alias(area(province, city), cityCode.get(), county.strip()));
    }

    private Optional<String> cityCode(String province, @Nullable String city) {
        var name = city == null || city.isBlank() ? province : city;
        return jdbc.sql(
                        """
                        select c.code from wubu.region c join wubu.region p on p.code = rpad(left(c.code, 2), 6, '0')
                        where c.code = c.city_code and c.name = :name and p.name = :province
                        """)
                .param("name", name.strip())
                .param("province", province.strip())
                .query(String.class)
                .optional();
    }

    private Optional<Region> county(String cityCode, String name) {
        return jdbc.sql("select code from wubu.region where parent_code = :city and name = :name and level = 'county'")
                .param("city", cityCode)
                .param("name", name)
                .query(String.class)
                .optional()
                .flatMap(regions::find);
    }

    private Optional<Region> alias(String area, String cityCode, String name) {
        var alias = jdbc.sql(
                        "select coalesce(code_name, '') from wubu.region_alias where area = :area and name = :name")
                .param("area", area)
                .param("name", name)
                .query(String.class)
                .optional();
        return alias.flatMap(to -> to.isEmpty() ? regions.find(cityCode) : county(cityCode, to));
    }

    private static String area(String province, @Nullable String city) {
        return city == null || city.isBlank() ? province.strip() : province.strip() + city.strip();
    }
}
