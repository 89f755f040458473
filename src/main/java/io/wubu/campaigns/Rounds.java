package io.wubu.campaigns;

import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rounds' door: plan, teams, begin, summary. */
@Component
@Transactional
public class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the plan of a round; {@link Stale} once the round is closed or its points are drawn. */
    public void plan(RoundPlan plan) {
        var round = jdbc.sql(
                        """
                        insert into wubu.round (code, campaign, no, phase, starts_on, ends_on, state)
                        values (:code, :campaign, :no, :phase, :startsOn, :endsOn, :state)
                        on conflict (code) do update set
                            phase = excluded.phase, starts_on = excluded.starts_on, ends_on = excluded.ends_on
                        where round.state <> 'CLOSED'
                        """)
                .paramSource(plan.round())
                .update();
        var planned = jdbc.sql(
                        """
                        insert into wubu.round_plan
                            (round_code, cities, team_count, focus_types, points_per_city, rest_rounds)
                        values (:round, :cities, :teams, :focus, :points, :rest)
                        on conflict (round_code) do nothing
                        """)
                .param("round", plan.round().code())
                .param("cities", plan.cities().toArray(String[]::new))
                .param("teams", plan.teamCount())
                .param("focus", plan.focusTypes().toArray(String[]::new))
                .param("points", plan.pointsPerCity())
                .param("rest", plan.restRounds())
                .update();
        if (round != 1 || planned != 1) {
            throw new Stale("轮次 " + plan.round().code() + " 已有计划或已结束");
        }
    }

    /** Another round of the campaign that shares a day with this period, if any. */
    @Transactional(readOnly = true)
    public Optional<String> overlapping(String round, LocalDate startsOn, LocalDate endsOn) {
        return jdbc.sql(
                        """
                        select o.code from wubu.round o
                        where o.code <> :round and o.campaign = (select campaign from wubu.round where code = :round)
                          and o.starts_on <= :endsOn and o.ends_on >= :startsOn
                        order by o.no limit 1
                        """)
                .param("round", round)
                .param("startsOn", startsOn)
                .param("endsOn", endsOn)
                .query(String.class)
                .optional();
    }

    /** The cities of a planned round, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<String> cities(String round) {
        return jdbc.sql("select unnest(cities) as city from wubu.round_plan where round_code = :round order by city")
                .param("round", round)
                .query(String.class)
                .list();
    }

    /** Adds a team. */
    public void add(Team team) {
        jdbc.sql(
                        """
                        insert into wubu.round_team (round_code, no, city_code, leader, members, home_region)
                        values (:round, :no, :city, :leader, :members, :home)
                        """)
                .param("round", team.roundCode())
                .param("no", team.no())
                .param("city", team.cityCode())
                .param("leader", team.leader())
                .param("members", team.members().toArray(String[]::new))
                .param("home", team.homeRegion())
                .update();
    }

    /** The teams of a round by their numbers. */
    @Transactional(readOnly = true)
    public List<Team> teams(String round) {
        return jdbc.sql("select * from wubu.round_team where round_code = :round order by no")
                .param("round", round)
                .query(Rounds::team)
                .list();
    }

    /** The team of a round in a city; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Team team(String round, String city) {
        return teams(round).stream()
                .filter(team -> team.cityCode().equals(city))
                .findFirst()
                .orElseThrow(() -> new Unknown("轮次 " + round + " 没有派往 " + city + " 的督查组"));
    }

    /** The rounds a team was formed for in a city. */
    @Transactional(readOnly = true)
    public List<Round> visits(String city) {
        return jdbc.sql(
                        """
                        select r.code, r.campaign, r.no, r.phase, r.starts_on, r.ends_on, r.state
                        from wubu.round_team t join wubu.round r on r.code = t.round_code
                        where t.city_code = :city
                        """)
                .param("city", city)
                .query(Round.class)
                .list();
    }

    /** The team has reported in. */
    public void arrived(Team team, Instant at) {
        jdbc.sql("update wubu.round_team set arrived_at = :at where round_code = :round and no = :no")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("round", team.roundCode())
                .param("no", team.no())
                .update();
    }

    /** The first day has come. */
    public void begin(String round) {
        jdbc.sql("update wubu.round set state = 'RUNNING' where code = :round and state = 'PLANNED'")
                .param("round", round)
                .update();
    }

    /** Closes a round with its summary; {@link Stale} if it is closed already. */
    public void close(String round, String summary, Instant now) {
        jdbc.sql("update wubu.round_plan set summary = :summary, closed_at = :now where round_code = :round")
                .param("summary", summary)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("round", round)
                .update();
        if (jdbc.sql("update wubu.round set state = 'CLOSED' where code = :round and state = 'RUNNING'")
                        .param("round", round)
                        .update()
                != 1) {
            throw new Stale("轮次 " + round + " 已结束");
        }
    }

    /** What the round amounts to so far. */
    @Transactional(readOnly = true)
    public RoundFigures figures(String round) {
        return jdbc.sql(
                        """
                        select count(no) as drawn, count(result) as checked,
                               count(*) filter (where result = 'PROBLEM') as problems,
                               count(*) filter (where result = 'REFUSED') as refused
                        from wubu.round_point where round_code = :round
                        """)
                .param("round", round)
                .query(RoundFigures.class)
                .single();
    }

    private static Team team(ResultSet row, int index) throws SQLException {
        var arrived = row.getObject("arrived_at", OffsetDateTime.class);
        return new Team(
                row.getString("round_code"),
                row.getInt("no"),
                row.getString("city_code"),
                row.getString("leader"),
                List.of((String[]) row.getArray("members").getArray()),
                row.getString("home_region"),
                arrived == null ? null : arrived.toInstant());
    }
}
