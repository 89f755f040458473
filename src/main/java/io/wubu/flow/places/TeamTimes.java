package io.wubu.flow.places;

import io.wubu.campaigns.Rounds;
import io.wubu.lawclock.LawClock;
import io.wubu.people.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When a supervision team sees its target city: from the first day of its round until some working days after the last
 * (rule book 4.3, no. 2; 默认值). A city to which no team was ever formed here has standing posts, which are not limited.
 */
@Component
public class TeamTimes {

    private static final Set<Role> TEAMS = Set.of(Role.SUPERVISION_TEAM, Role.TEAM_LEADER);

    private final Rounds rounds;
    private final LawClock clock;
    private final int after;

    TeamTimes(Rounds rounds, LawClock clock, @Value("${wubu.teams.working-days-after-round}") int after) {
        this.rounds = rounds;
        this.clock = clock;
        this.after = after;
    }

    /** Whether somebody with these posts may look at a region now; only posts of teams are limited. */
    boolean isOpen(@Nullable List<String> groups, String region) {
        var there = groups == null
                ? List.<String>of()
                : groups.stream().filter(group -> group.endsWith("@" + region)).toList();
        var limited = !there.isEmpty()
                && there.stream().allMatch(group -> TEAMS.stream()
                        .anyMatch(role -> role.at(region).equals(group)));
        return !limited || isOpen(region);
    }

    /** Whether a person's post lets him look at its region now. */
    public boolean isOpen(Role role, String region) {
        return !TEAMS.contains(role) || isOpen(region);
    }

    private boolean isOpen(String city) {
        var visits = rounds.visits(city);
        var today = clock.today();
        return visits.isEmpty()
                || visits.stream()
                        .anyMatch(visit -> !today.isBefore(visit.startsOn())
                                && !today.isAfter(clock.calendar().plusWorkingDays(visit.endsOn(), after)));
    }
}
