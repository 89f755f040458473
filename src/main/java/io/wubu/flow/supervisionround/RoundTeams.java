package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Rounds;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.ClockConfiguration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${roundTeams…}}: the teams a round sends out, one instance a team, and the round's first and last day. */
@Component("roundTeams")
public class RoundTeams {

    private final Rounds rounds;
    private final Campaigns campaigns;
    private final LawClock clock;

    RoundTeams(Rounds rounds, Campaigns campaigns, LawClock clock) {
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** How many teams go out. */
    public int count(DelegateExecution execution) {
        return rounds.teams(round(execution).round()).size();
    }

    /** The city of the team whose turn it is. */
    public String city(DelegateExecution execution) {
        var turn = (Integer) execution.getVariable("loopCounter");
        return rounds.teams(round(execution).round()).get(turn).cityCode();
    }

    /** The business key of that team's check. */
    public String number(DelegateExecution execution) {
        return round(execution).ofTeam(city(execution));
    }

    /** 00:00 of the round's first day. */
    public Date firstMoment(DelegateExecution execution) {
        var first = campaigns.round(round(execution).round()).startsOn();
        return Date.from(first.atStartOfDay(ClockConfiguration.ZONE).toInstant());
    }

    /** The end of office in the team's city on the round's first day, by which a team reports in (默认值). */
    public Date firstDay(DelegateExecution execution) {
        var visit = round(execution);
        return Date.from(clock.endOfOffice(campaigns.round(visit.round()).startsOn(), visit.city()));
    }

    /** The end of office in the team's city on the round's last day. */
    public Date lastDay(DelegateExecution execution) {
        var visit = round(execution);
        return Date.from(clock.endOfOffice(campaigns.round(visit.round()).endsOn(), visit.city()));
    }

    /** The first day has come. */
    public void sentOut(DelegateExecution execution) {
        rounds.begin(round(execution).round());
    }

    private static RoundNumber round(DelegateExecution execution) {
        return RoundNumber.parse(execution.getProcessBusinessKey());
    }
}
