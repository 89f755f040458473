package io.wubu.sample.stories;

import io.wubu.flow.fivestep.FindingPaper;
import io.wubu.flow.fivestep.Findings;
import io.wubu.flow.papers.Clerk;
import io.wubu.lawclock.LawClock;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.problems.Problems;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.sample.ground.SampleClock;
import io.wubu.sample.ground.SamplePhotos;
import io.wubu.sample.ground.SamplePosts;
import io.wubu.shared.ClockConfiguration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The stage of the scenarios: goes to a working day of the past and has the right account do its step there. */
@Component
class Play {

    private static final LocalTime MORNING = LocalTime.of(9, 10);
    private static final Duration BETWEEN = Duration.ofMinutes(25);

    /** Near the middle of each of the two cities; a county's own place is not known to the sample. */
    private static final Map<String, BigDecimal[]> PLACES = Map.of(
            SamplePosts.HANDAN, new BigDecimal[] {new BigDecimal("114.49"), new BigDecimal("36.61")},
            SamplePosts.JINCHENG, new BigDecimal[] {new BigDecimal("112.85"), new BigDecimal("35.49")});

    private final ObjectProvider<SampleClock> time;
    private final LawClock clock;
    private final Clerk clerk;
    private final Findings findings;
    private final People people;
    private final Problems problems;
    private final Regions regions;
    private final SamplePhotos photos;
    private Instant moment = Instant.EPOCH;

    Play(
            ObjectProvider<SampleClock> time,
            LawClock clock,
            Clerk clerk,
            Findings findings,
            People people,
            Problems problems,
            Regions regions,
            SamplePhotos photos) {
        this.time = time;
        this.clock = clock;
        this.clerk = clerk;
        this.findings = findings;
        this.people = people;
        this.problems = problems;
        this.regions = regions;
        this.photos = photos;
    }

    /** Begins a new story on the morning of a working day. */
    void begin(int workingDaysAgo) {
        moment = Instant.EPOCH;
        on(workingDaysAgo);
    }

    /** Goes to the morning of a working day, or stays if that day has begun. */
    void on(int workingDaysAgo) {
        var morning = clock.calendar()
                .minusWorkingDays(today(), workingDaysAgo)
                .atTime(MORNING)
                .atZone(ClockConfiguration.ZONE)
                .toInstant();
        go(morning.isAfter(moment) ? morning : moment);
    }

    /** How many working days ago a day was, or the first working day after it. */
    int since(LocalDate day) {
        var calendar = clock.calendar();
        var days = calendar.workingDaysBetween(day, today());
        return calendar.isWorkingDay(day) ? days : days - 1;
    }

    /** Lets time pass to the present, and forgets where the last story stood. */
    void end() {
        go(time.getObject().present());
        moment = Instant.EPOCH;
        time.getObject().reset();
    }

    /** Has the account of a role hand in the paper of a step, some minutes after what happened before. */
    void hand(Role role, String region, String number, String step, Map<String, Object> fields) {
        go(moment.plus(BETWEEN));
        clerk.handIn(account(role, region), number, step, fields);
    }

    /** The same by whichever post the model or a decision table chose for the step. */
    void hand(String number, String step, Map<String, Object> fields) {
        go(moment.plus(BETWEEN));
        clerk.handIn(holder(number, step), number, step, fields);
    }

    /** The account of the post a step waits for. */
    String holder(String number, String step) {
        var post = clerk.group(number, step).split("@", 2);
        return account(Role.valueOf(post[0]), post[1]);
    }

    /** What the paper of a step proposes. */
    Map<String, Object> prefill(Role role, String region, String number, String step) {
        return clerk.prefill(account(role, region), number, step);
    }

    Map<String, Object> prefill(String account, String number, String step) {
        return clerk.prefill(account, number, step);
    }

    /** Reports a finding of the team of a county's city; the number of the new problem. */
    String find(String county, String site, String type, String description) {
        var city = regions.cityOf(county);
        var account = account(Role.SUPERVISION_TEAM, city);
        var shots = photos.before(account, 2).stream().map(UUID::fromString).toList();
        var place = Objects.requireNonNull(PLACES.get(city), city);
        var paper =
                new FindingPaper(site, null, county, null, place[0], place[1], clock.today(), type, description, shots);
        return findings.report(paper, people.get(account));
    }

    /** Lets what is due by now happen to a case: timers, automatic work. */
    void settle(String number) {
        clerk.settle(number);
    }

    /** The case of a county, or else of its city or the ministry, in which a step waits. */
    String waiting(String step, String county) {
        return clerk.waiting(step, List.of(county, regions.cityOf(county), Region.MINISTRY));
    }

    /** A day, so many calendar days from the day the story has reached. */
    String day(int days) {
        return clock.today().plusDays(days).toString();
    }

    /** A moment at an hour of a day, so many calendar days from the day the story has reached. */
    String hour(int days, int hour) {
        return clock.today().plusDays(days).atTime(hour, 0).toString();
    }

    /** The day by which a problem is to be rectified. */
    LocalDate due(String number) {
        var due = problems.get(number).dueAt();
        return due == null ? clock.today() : clock.dateOf(due);
    }

    SamplePhotos photos() {
        return photos;
    }

    String cityOf(String county) {
        return regions.cityOf(county);
    }

    static String account(Role role, String region) {
        return SamplePosts.account(role, role.level().equals("ministry") ? Region.MINISTRY : region);
    }

    /** Today as it is, wherever the story has gone. */
    private LocalDate today() {
        return time.getObject().present().atZone(ClockConfiguration.ZONE).toLocalDate();
    }

    private void go(Instant to) {
        var present = time.getObject().present();
        var goal = to.isAfter(present) ? present : to;
        pass(goal);
        moment = goal;
        time.getObject().to(moment);
    }

    /** On the way every timer of every case fires at its own time: reminders, urging, slips and what follows from them. */
    private void pass(Instant goal) {
        var tried = new HashSet<String>();
        var since = moment.equals(Instant.EPOCH) ? goal : moment;
        for (var due = clerk.next(goal, tried); due.isPresent(); due = clerk.next(goal, tried)) {
            var at = due.get().at();
            time.getObject().to(at == null || at.isBefore(moment) ? since : at);
            clerk.run(due.get());
        }
    }
}
