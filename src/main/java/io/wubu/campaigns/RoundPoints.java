package io.wubu.campaigns;

import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The points of a round: candidates, the draw, the checks. */
@Component
@Transactional
public class RoundPoints {

    private static final String POINT =
            "select round_code, city_code, region_code, name, kind, no, result, problem_number from wubu.round_point ";

    private final JdbcClient jdbc;

    RoundPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Offers points for the draw; a point offered before stays as it is. */
    public void offer(String round, List<Candidate> candidates) {
        for (var candidate : candidates) {
            jdbc.sql(
                            """
                            insert into wubu.round_point (round_code, region_code, name, city_code, kind, flagged, last_round)
                            values (:round, :region, :name, :city, :kind, :flagged, :lastRound)
                            on conflict (round_code, region_code, name) do update
                                set last_round = coalesce(excluded.last_round, round_point.last_round)
                            """)
                    .param("round", round)
                    .param("region", candidate.regionCode())
                    .param("name", candidate.name())
                    .param("city", candidate.cityCode())
                    .param("kind", candidate.kind().name())
                    .param("flagged", candidate.flagged())
                    .param("lastRound", candidate.lastRound())
                    .update();
        }
    }

    /** Draws the round's points by the seed and keeps seed and shares; answers how many points each city got. */
    public Map<String, Integer> draw(String round, long seed, Map<PointKind, Integer> shares, Instant now) {
        rest(round);
        jdbc.sql("update wubu.round_plan set seed = :seed, shares = :shares, drawn_at = :now where round_code = :round")
                .param("seed", seed)
                .param(
                        "shares",
                        Arrays.stream(PointKind.values()).map(shares::get).toArray(Integer[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("round", round)
                .update();
        var counts = new java.util.TreeMap<String, Integer>();
        replay(round).forEach((city, drawn) -> {
            counts.put(city, drawn.size());
            number(round, drawn);
        });
        return counts;
    }

    /** Repeats the draw from the stored seed, shares and candidates; the same points as the first time, by city. */
    @Transactional(readOnly = true)
    public Map<String, List<Candidate>> replay(String round) {
        var plan = jdbc.sql(
                        "select cities, points_per_city, seed, shares from wubu.round_plan where round_code = :round")
                .param("round", round)
                .query((row, index) -> Map.entry(
                        new Draw(row.getLong("seed"), shares((Integer[])
                                row.getArray("shares").getArray())),
                        Map.entry(row.getInt("points_per_city"), List.of((String[])
                                row.getArray("cities").getArray()))))
                .optional()
                .orElseThrow(() -> new Unknown("轮次 " + round + " 还没有抽取点位"));
        var drawn = new java.util.TreeMap<String, List<Candidate>>();
        for (var city : plan.getValue().getValue()) {
            drawn.put(city, plan.getKey().draw(city, plan.getValue().getKey(), candidates(round, city)));
        }
        return drawn;
    }

    /** The drawn points of a city, in their order. */
    @Transactional(readOnly = true)
    public List<Point> of(String round, String city) {
        return jdbc.sql(POINT + "where round_code = :round and city_code = :city and no is not null order by no")
                .param("round", round)
                .param("city", city)
                .query(Point.class)
                .list();
    }

    /** One drawn point of a city; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Point get(String round, String city, int no) {
        return jdbc.sql(POINT + "where round_code = :round and city_code = :city and no = :no")
                .param("round", round)
                .param("city", city)
                .param("no", no)
                .query(Point.class)
                .optional()
                .orElseThrow(() -> new Unknown("没有点位 " + no));
    }

    /** Keeps the result of a check; {@link Stale} if the point has one already. */
    public void checked(Point point, String result, @Nullable String problem, Instant at, String by) {
        var updated = jdbc.sql(
                        """
                        update wubu.round_point set result = :result, problem_number = :problem, checked_at = :at, checked_by = :by
                        where round_code = :round and city_code = :city and no = :no and result is null
                        """)
                .param("result", result)
                .param("problem", problem)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("round", point.roundCode())
                .param("city", point.cityCode())
                .param("no", point.no())
                .update();
        if (updated != 1) {
            throw new Stale("点位“" + point.name() + "”已检查");
        }
    }

    private void rest(String round) {
        jdbc.sql(
                        """
                        with lately as (
                            select b.code from wubu.round r
                            join wubu.round_plan p on p.round_code = r.code
                            join wubu.round b on b.campaign = r.campaign and b.no between r.no - p.rest_rounds and r.no - 1
                            where r.code = :round)
                        update wubu.round_point me set rested = true
                        where me.round_code = :round and not me.flagged
                          and (me.last_round in (select code from lately)
                               or exists (select 1 from wubu.round_point before
                                          where before.region_code = me.region_code and before.name = me.name
                                            and before.checked_at is not null
                                            and before.round_code in (select code from lately)))
                        """)
                .param("round", round)
                .update();
    }

    private void number(String round, List<Candidate> drawn) {
        for (var no = 1; no <= drawn.size(); no++) {
            jdbc.sql(
                            "update wubu.round_point set no = :no where round_code = :round and region_code = :region and name = :name")
                    .param("no", no)
                    .param("round", round)
                    .param("region", drawn.get(no - 1).regionCode())
                    .param("name", drawn.get(no - 1).name())
                    .update();
        }
    }

    private List<Candidate> candidates(String round, String city) {
        return jdbc.sql(
                        """
                        select region_code, city_code, name, kind, flagged, last_round from wubu.round_point
                        where round_code = :round and city_code = :city and not rested
                        """)
                .param("round", round)
                .param("city", city)
                .query(Candidate.class)
                .list();
    }

    private static Map<PointKind, Integer> shares(Integer[] stored) {
        var shares = new EnumMap<PointKind, Integer>(PointKind.class);
        for (var kind : PointKind.values()) {
            shares.put(kind, stored[kind.ordinal()]);
        }
        return shares;
    }
}
