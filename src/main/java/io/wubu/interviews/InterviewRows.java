package io.wubu.interviews;

import io.wubu.campaigns.Campaigns;
import io.wubu.regions.Regions;
import io.wubu.shared.Numbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and inserts rows of interviews. */
@Component
class InterviewRows implements RowMapper<Interview> {

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Clock clock;

    InterviewRows(JdbcClient jdbc, Numbers numbers, Campaigns campaigns, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.campaigns = campaigns;
        this.regions = regions;
        this.clock = clock;
    }

    Optional<Interview> find(String number) {
        return jdbc.sql("select * from wubu.interview where number = :number")
                .param("number", number)
                .query(this)
                .optional();
    }

    /**
     * The region's open interview, locked. Who opens or joins one first locks the region, so two problems that escalate
     * at once share it; the row itself is locked against a demand that is just being made.
     */
    Optional<Interview> lockOpen(String region) {
        jdbc.sql("select code from wubu.region where code = :region for no key update")
                .param("region", region)
                .query(String.class)
                .single();
        return jdbc.sql("select * from wubu.interview where region_code = :region and closed_at is null for update")
                .param("region", region)
                .query(this)
                .optional();
    }

    String insert(String region) {
        var campaign = campaigns.current().code();
        var prefix = "IV-%s-%s".formatted(campaign, region);
        var number = "%s-%02d".formatted(prefix, numbers.next(prefix));
        jdbc.sql(
                        """
                        insert into wubu.interview (number, campaign, region_code, city_code, state, opened_at)
                        values (:number, :campaign, :region, :city, 'PROPOSING', :now)
                        """)
                .param("number", number)
                .param("campaign", campaign)
                .param("region", region)
                .param("city", regions.cityOf(region))
                .param("now", now())
                .update();
        return number;
    }

    void add(String number, String problem) {
        jdbc.sql(
                        """
                        insert into wubu.interview_problem (interview_number, problem_number, joined_at)
                        values (:number, :problem, :now)
                        on conflict (interview_number, problem_number) do update set rectified = null
                        """)
                .param("number", number)
                .param("problem", problem)
                .param("now", now())
                .update();
    }

    List<String> problems(String number) {
        return jdbc.sql(
                        """
                        select problem_number from wubu.interview_problem
                        where interview_number = :number and rectified is not true
                        order by joined_at, problem_number
                        """)
                .param("number", number)
                .query(String.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public Interview mapRow(ResultSet row, int index) throws SQLException {
        return new Interview(
                row.getString("number"),
                row.getString("region_code"),
                row.getString("city_code"),
                InterviewState.valueOf(row.getString("state")),
                row.getString("level"),
                row.getString("openness"),
                List.of((String[]) row.getArray("reasons").getArray()),
                instant(row, "meeting_at"),
                row.getBoolean("rescheduled"),
                row.getObject("held_on", LocalDate.class),
                row.getString("demand"),
                row.getObject("demand_due", LocalDate.class),
                instant(row, "demanded_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
