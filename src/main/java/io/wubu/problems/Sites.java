package io.wubu.problems;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sites the ledger knows: one a name in a region; its place is the one its latest finding gives. */
@Component
public class Sites {

    private final JdbcClient jdbc;

    Sites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A known site.
     *
     * @param lastRound the latest round in which a problem was found there
     */
    public record Site(String regionCode, String name, @Nullable String lastRound) {}

    /** What is known of a site before another finding. */
    record Known(@Nullable String uscc, @Nullable BigDecimal lon, @Nullable BigDecimal lat) {}

    /** The sites in a city's counties, those whose problems have all gone elsewhere left out. */
    public List<Site> of(String cityCode) {
        return jdbc.sql(
                        """
                        select s.region_code, s.name, max(p.round_code) as last_round
                        from wubu.site s
                        join wubu.region r on r.code = s.region_code and r.city_code = :city
                        join wubu.problem p on p.site_id = s.id
                        group by s.region_code, s.name
                        """)
                .param("city", cityCode)
                .query(Site.class)
                .list();
    }

    Optional<Known> known(String region, String name) {
        return jdbc.sql("select uscc, lon, lat from wubu.site where region_code = :region and name = :name")
                .param("region", region)
                .param("name", name)
                .query(Known.class)
                .optional();
    }

    long open(Finding finding) {
        return jdbc.sql(
                        """
                        insert into wubu.site (region_code, name, uscc, lon, lat)
                        values (:region, :name, :uscc, :lon, :lat)
                        on conflict (region_code, name) do update set uscc = coalesce(site.uscc, excluded.uscc)
                        returning id
                        """)
                .param("region", finding.regionCode())
                .param("name", finding.siteName())
                .param("uscc", finding.uscc())
                .param("lon", finding.lon())
                .param("lat", finding.lat())
                .query(Long.class)
                .single();
    }

    /** Puts the site where the latest of its findings says, if one says it. */
    void place(long site) {
        jdbc.sql(
                        """
                        update wubu.site s set lon = latest.lon, lat = latest.lat
                        from (select lon, lat from wubu.problem where site_id = :site and lon is not null
                              order by found_on desc, created_at desc, number desc limit 1) latest
                        where s.id = :site and (s.lon, s.lat) is distinct from (latest.lon, latest.lat)
                        """)
                .param("site", site)
                .update();
    }

    /** The problem's site goes with it into another region, where it may be known already. */
    void follow(String number, String region) {
        var there = jdbc.sql(
                        """
                        insert into wubu.site (region_code, name, uscc, lon, lat)
                        select :region, s.name, s.uscc, s.lon, s.lat
                        from wubu.problem p join wubu.site s on s.id = p.site_id where p.number = :number
                        on conflict (region_code, name) do update
                        set uscc = coalesce(site.uscc, excluded.uscc),
                            lon = coalesce(site.lon, excluded.lon), lat = coalesce(site.lat, excluded.lat)
                        returning id
                        """)
                .param("region", region)
                .param("number", number)
                .query(Long.class)
                .single();
        jdbc.sql("update wubu.problem set site_id = :site where number = :number")
                .param("site", there)
                .param("number", number)
                .update();
        place(there);
    }
}
