package io.wubu.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The problems of one round, counted and listed for its summary and its letters. */
@Component
public class RoundProblems {

    /** Neither rejected, merged nor withdrawn. */
    private static final String COUNTED =
            " from wubu.problem p where p.round_code = :round and p.state not in ('REJECTED', 'MERGED', 'WITHDRAWN') ";

    private final JdbcClient jdbc;

    RoundProblems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Problems found at drawn points or on the way that are still to be submitted or reviewed. */
    public int undecided(String round) {
        return jdbc.sql("select count(*) from wubu.problem where round_code = :round"
                        + " and state in ('DRAFT', 'SUBMITTED', 'RETURNED')")
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    /** Problems by city code. */
    public Map<String, Integer> byCity(String round) {
        return counts("p.city_code", round);
    }

    /** Problems by type, the most frequent first. */
    public Map<String, Integer> byType(String round) {
        return counts("p.problem_type", round);
    }

    /** The numbers of a city's problems of the round, by county. */
    public List<String> of(String round, String city) {
        return jdbc.sql("select p.number" + COUNTED + "and p.city_code = :city order by p.region_code, p.number")
                .param("round", round)
                .param("city", city)
                .query(String.class)
                .list();
    }

    private Map<String, Integer> counts(String column, String round) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("select " + column + " as key, count(*) as problems" + COUNTED + "group by 1 order by 2 desc, 1")
                .param("round", round)
                .query(row -> {
                    counts.put(row.getString("key"), row.getInt("problems"));
                });
        return counts;
    }
}
