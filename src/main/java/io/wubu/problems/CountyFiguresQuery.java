package io.wubu.problems;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the interview table asks of a county. */
@Component
class CountyFiguresQuery {

    private final JdbcClient jdbc;
    private final Clock clock;

    CountyFiguresQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CountyFigures of(String number) {
        return jdbc.sql(
                        """
                        with me as (select * from wubu.problem where number = :number),
                        mine as (select p.* from wubu.problem p, me where p.region_code = me.region_code),
                        counted as (
                            select p.region_code, count(*) as problems from wubu.problem p, me
                            where p.round_code is not distinct from me.round_code
                              and p.state not in ('REJECTED', 'MERGED', 'WITHDRAWN')
                            group by p.region_code),
                        before as (
                            select count(*) as problems from mine m, me
                            join wubu.round r on r.code = me.round_code
                            join wubu.round b on b.campaign = r.campaign and b.no = r.no - 1
                            where m.round_code = b.code),
                        open as (
                            select count(*) as problems, count(*) filter (where due_at < :now and stage <> all (:stopped)) as overdue
                            from mine where stage between 2 and 6 and closed_at is null)
                        select
                            (select 1 + count(*) from counted c, counted k, me
                             where k.region_code = me.region_code and c.problems > k.problems) as county_rank,
                            coalesce((select k.problems from counted k, me where k.region_code = me.region_code), 0)
                                as problems,
                            coalesce((select k.problems::float / nullif(b.problems, 0) - 1
                                      from counted k, before b, me where k.region_code = me.region_code), 0) as growth,
                            coalesce(open.overdue::float / nullif(open.problems, 0), 0) as overdue_rate,
                            open.problems as open_problems,
                            (select count(*) from mine where 'FALSE_CLAIM' = any (flags)) as false_claims,
                            (select 'URGED_IN_VAIN' = any (flags) from me) as ignored_urging
                        from open
                        """)
                .param("number", number)
                .param("stopped", new Integer[] {3, 6}) // reported: the rectification clock stands
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(CountyFigures.class)
                .single();
    }
}
