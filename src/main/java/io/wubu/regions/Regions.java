package io.wubu.regions;

import io.wubu.shared.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The divisions: by code, by the name a ledger uses, and their place in the tree. */
@Component
public class Regions {

    private static final String COLUMNS = "code, name, full_name, level, parent_code, city_code, kind";

    private final JdbcClient jdbc;
    private final Map<String, Region> known = new ConcurrentHashMap<>();
    private final RegionTree tree;

    Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        tree = new RegionTree(jdbc);
    }

    /** The region of a code; {@link Unknown} if there is none. */
    public Region get(String code) {
        return find(code).orElseThrow(() -> new Unknown("没有区划代码 " + code));
    }

    /** The region of a code, if there is one. */
    public Optional<Region> find(String code) {
        var region = known.get(code);
        if (region != null) {
            return Optional.of(region);
        }
        var found = jdbc.sql("select " + COLUMNS + " from wubu.region where code = :code")
                .param("code", code)
                .query(Region.class)
                .optional();
        found.ifPresent(r -> known.put(code, r));
        return found;
    }

    /** The city a problem in that region is assigned to; the region itself above cities. */
    public String cityOf(String code) {
        var city = get(code).cityCode();
        return city == null ? code : city;
    }

    /** The province-level code of a region. */
    public String provinceOf(String code) {
        return code.equals(Region.MINISTRY) ? code : code.substring(0, 2) + "0000";
    }

    /** The counties and development zones of a city, in the order of their codes. */
    public List<Region> countiesOf(String cityCode) {
        return jdbc.sql("select " + COLUMNS
                        + " from wubu.region where city_code = :city and level = 'county' order by code")
                .param("city", cityCode)
                .query(Region.class)
                .list();
    }

    /** The regions directly under one in the campaign and in use today, in the order of their codes. */
    public List<Region> under(String code) {
        return jdbc.sql("select " + COLUMNS
                        + " from wubu.region where coalesce(campaign_parent, parent_code) = :code"
                        + " and (valid_to is null or valid_to >= (now() at time zone 'Asia/Shanghai')::date)"
                        + " order by code")
                .param("code", code)
                .query(Region.class)
                .list();
    }

    /** The cities of the campaign (“2+26”城市), in the order of their codes. */
    public List<Region> campaignCities() {
        return jdbc.sql("select " + COLUMNS + " from wubu.region where campaign and code = city_code order by code")
                .query(Region.class)
                .list();
    }

    /**
     * Whether the officers of a region see a case of another: up the campaign's tree, where some places have another
     * superior than their code tells (定州, 辛集, 济源, 雄安).
     */
    public boolean covers(String outer, String inner) {
        return tree.covers(outer, inner);
    }

    /** The beginnings of all codes a region covers, and of no others. */
    public List<String> stems(String code) {
        return tree.stems(code);
    }

    /** Whether a code was in use on a day; new work is only given out under codes in use. */
    public boolean isInUse(String code, LocalDate day) {
        return jdbc.sql(
                                """
                        select count(*) from wubu.region
                        where code = :code and valid_from <= :day and (valid_to is null or valid_to >= :day)
                        """)
                        .param("code", code)
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a region's code lies in (or is) that of another; the ministry contains all. Not who sees what: covers. */
    public static boolean contains(String outer, String inner) {
        return inner.startsWith(stem(outer));
    }

    /** The digits all codes of the subtree begin with: 13 for Hebei, nothing for the ministry. */
    public static String stem(String code) {
        return code.replaceFirst("(00)+$", "");
    }

    /** The region a ledger means by its names; empty if no division and no known alias bears them. */
    public Optional<Region> named(String province, @Nullable String city, @Nullable String county) {
        return new RegionNames(jdbc, this).find(province, city, county);
    }
}
