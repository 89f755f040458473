package io.wubu.campaigns;

import io.wubu.shared.Unknown;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The campaign in force and its rounds. */
@Component
public class Campaigns {

    private static final String ROUND = "select code, campaign, no, phase, starts_on, ends_on, state from wubu.round ";

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest campaign; {@link Unknown} before one is set up. */
    public Campaign current() {
        return jdbc.sql(
                        "select code, name, starts_on, ends_on, weeks_shifted from wubu.campaign order by starts_on desc limit 1")
                .query(Campaign.class)
                .optional()
                .orElseThrow(() -> new Unknown("还没有攻坚行动，请先建立"));
    }

    /** Sets up a campaign. */
    public void open(Campaign campaign) {
        jdbc.sql(
                        """
                        insert into wubu.campaign (code, name, starts_on, ends_on, weeks_shifted)
                        values (:code, :name, :startsOn, :endsOn, :weeksShifted)
                        """)
                .paramSource(campaign)
                .update();
    }

    /** Adds a round to its campaign. */
    public void add(Round round) {
        jdbc.sql(
                        """
                        insert into wubu.round (code, campaign, no, phase, starts_on, ends_on, state)
                        values (:code, :campaign, :no, :phase, :startsOn, :endsOn, :state)
                        """)
                .paramSource(round)
                .update();
    }

    /** The round a day falls in, if any. */
    public Optional<Round> roundOn(LocalDate day) {
        return jdbc.sql(ROUND + "where :day between starts_on and ends_on order by starts_on desc limit 1")
                .param("day", day)
                .query(Round.class)
                .optional();
    }

    /** A round by its code; {@link Unknown} if there is none. */
    public Round round(String code) {
        return jdbc.sql(ROUND + "where code = :code")
                .param("code", code)
                .query(Round.class)
                .optional()
                .orElseThrow(() -> new Unknown("没有轮次 " + code));
    }

    /** All rounds of a campaign by number. */
    public List<Round> rounds(String campaign) {
        return jdbc.sql(ROUND + "where campaign = :campaign order by no")
                .param("campaign", campaign)
                .query(Round.class)
                .list();
    }
}
