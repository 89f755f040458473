package io.wubu.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sites the ledger knows. */
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

    /** All known sites in a city's counties. */
    public List<Site> of(String cityCode) {
        return jdbc.sql(
                        """
                        select s.region_code, s.name, max(p.round_code) as last_round
                        from wubu.site s
                        join wubu.region r on r.code = s.region_code and r.city_code = :city
                        left join wubu.problem p on p.site_id = s.id
                        group by s.region_code, s.name
                        """)
                .param("city", cityCode)
                .query(Site.class)
                .list();
    }
}
