package io.wubu.inspections;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the score of a nomination asks of a city. */
@Component
class CityFiguresQuery {

    private final JdbcClient jdbc;
    private final Clock clock;

    CityFiguresQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CityFigures of(String city) {
        return jdbc.sql(
                        """
                        with mine as (select * from wubu.problem where city_code = :city
                                      and state not in ('DRAFT', 'REJECTED', 'MERGED', 'WITHDRAWN'))
                        select
                            (select count(*) from mine where stage between 2 and 5
                             and (due_at < :now and stage <> 3 or state in ('NOT_RECTIFIED', 'INTERVIEW', 'SPECIAL'))) as unrectified,
                            (select count(*) from mine where round_code =
                                (select max(round_code) from mine)) as new_problems,
                            (select count(*) from mine where 'FALSE_CLAIM' = any (flags)) as false_claims,
                            (select count(*) from wubu.interview
                             where city_code = :city and state = 'FAILED') as failed_interviews
                        """)
                .param("city", city)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(CityFigures.class)
                .single();
    }
}
