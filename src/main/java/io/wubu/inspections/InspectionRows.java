package io.wubu.inspections;

import io.wubu.campaigns.Campaigns;
import io.wubu.shared.Numbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and inserts rows of special supervisions. */
@Component
class InspectionRows implements RowMapper<Inspection> {

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final Campaigns campaigns;
    private final Clock clock;

    InspectionRows(JdbcClient jdbc, Numbers numbers, Campaigns campaigns, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    Optional<Inspection> find(String number) {
        return jdbc.sql("select * from wubu.inspection where number = :number")
                .param("number", number)
                .query(this)
                .optional();
    }

    /** The city's open case, locked; who opens or joins one first locks the city, so there is never a second. */
    Optional<Inspection> lockOpen(String city) {
        jdbc.sql("select code from wubu.region where code = :city for no key update")
                .param("city", city)
                .query(String.class)
                .single();
        return jdbc.sql("select * from wubu.inspection where city_code = :city and closed_at is null for update")
                .param("city", city)
                .query(this)
                .optional();
    }

    String insert(String city) {
        var campaign = campaigns.current().code();
        var prefix = "SI-%s-%s".formatted(campaign, city);
        var number = "%s-%02d".formatted(prefix, numbers.next(prefix));
        jdbc.sql(
                        """
                        insert into wubu.inspection (number, campaign, city_code, state, opened_at)
                        values (:number, :campaign, :city, 'NOMINATING', :now)
                        """)
                .param("number", number)
                .param("campaign", campaign)
                .param("city", city)
                .param("now", now())
                .update();
        return number;
    }

    void add(String number, String problem) {
        jdbc.sql(
                        """
                        insert into wubu.inspection_problem (inspection_number, problem_number, joined_at)
                        values (:number, :problem, :now)
                        on conflict (inspection_number, problem_number) do update set rectified = null
                        """)
                .param("number", number)
                .param("problem", problem)
                .param("now", now())
                .update();
    }

    void add(String number, Nomination nomination) {
        jdbc.sql(
                        """
                        insert into wubu.inspection_nomination (inspection_number, source, reason, nominated_at)
                        values (:number, :source, :reason, :now)
                        """)
                .param("number", number)
                .param("source", nomination.source())
                .param("reason", nomination.reason())
                .param("now", now())
                .update();
    }

    void add(String number, Transfer transfer) {
        jdbc.sql(
                        """
                        insert into wubu.inspection_transfer (inspection_number, document_no, receiver, sent_on)
                        values (:number, :document, :receiver, :sent)
                        on conflict (inspection_number, document_no) do nothing
                        """)
                .param("number", number)
                .param("document", transfer.documentNo())
                .param("receiver", transfer.receiver())
                .param("sent", transfer.sentOn())
                .update();
    }

    List<String> problems(String number) {
        return jdbc.sql(
                        """
                        select problem_number from wubu.inspection_problem
                        where inspection_number = :number and rectified is not true
                        order by joined_at, problem_number
                        """)
                .param("number", number)
                .query(String.class)
                .list();
    }

    List<Nomination> nominations(String number) {
        return jdbc.sql(
                        "select source, reason from wubu.inspection_nomination where inspection_number = :number order by id")
                .param("number", number)
                .query(Nomination.class)
                .list();
    }

    int transfers(String number) {
        return jdbc.sql("select count(*) from wubu.inspection_transfer where inspection_number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public Inspection mapRow(ResultSet row, int index) throws SQLException {
        var demanded = row.getObject("demanded_at", OffsetDateTime.class);
        return new Inspection(
                row.getString("number"),
                row.getString("city_code"),
                InspectionState.valueOf(row.getString("state")),
                row.getBigDecimal("score"),
                row.getObject("feedback_on", LocalDate.class),
                row.getString("demand"),
                row.getObject("demand_due", LocalDate.class),
                demanded == null ? null : demanded.toInstant());
    }
}
