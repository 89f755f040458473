package io.wubu.flow.urging;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.engine.TaskLook;
import io.wubu.flow.engine.Tasks;
import io.wubu.flow.places.CaseRegions;
import io.wubu.flow.places.PostNames;
import io.wubu.lawclock.LawClock;
import io.wubu.notices.Notices;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 催办: a superior urges whoever a case waits for, not again before the cool-down, each time counted in the record. */
@Component
public class HandUrges {

    private static final String STEP = "urgeByHand";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final int SHORTEST = 5;
    private static final int LONGEST = 500;

    private static final Set<Role> SUPERIORS = EnumSet.of(
            Role.MINISTRY_SUPERVISION_OFFICE,
            Role.PROVINCE_OFFICE,
            Role.CITY_ECO_OFFICE,
            Role.CITY_LEADER,
            Role.URGING_OFFICE,
            Role.COUNTY_LEADER);

    private final Tasks tasks;
    private final CaseRegions regions;
    private final Records records;
    private final Notices notices;
    private final PostNames posts;
    private final Deadlines deadlines;
    private final LawClock clock;
    private final Turns turns;

    HandUrges(
            Tasks tasks,
            CaseRegions regions,
            Records records,
            Notices notices,
            PostNames posts,
            Deadlines deadlines,
            LawClock clock,
            Turns turns) {
        this.tasks = tasks;
        this.regions = regions;
        this.records = records;
        this.notices = notices;
        this.posts = posts;
        this.deadlines = deadlines;
        this.clock = clock;
        this.turns = turns;
    }

    /** Whether that person may urge in cases he sees. */
    public boolean mayUrge(Person by) {
        return SUPERIORS.contains(by.role());
    }

    /**
     * Urges the officers of every open task of a case that isn't the superior's own.
     *
     * @throws RuleBroken if nobody is to be urged, the demand is too short, or the last urging is too recent (features
     *     11: 催办冷却，默认值 in task-limit.dmn)
     * @throws io.wubu.shared.Stale if somebody is urging in this case at this moment
     */
    @Transactional
    public void urge(String number, Person by, String demand) {
        var text = demand.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new RuleBroken("demand", "length", "“催办要求”应为 %d—%d 字".formatted(SHORTEST, LONGEST));
        }
        turns.take("urge " + number);
        var waiting = tasks.ofCase(number).stream()
                .filter(task -> !by.role().at(by.regionCode()).equals(task.group())
                        && !by.userId().equals(task.assignee()))
                .toList();
        if (waiting.isEmpty()) {
            throw new RuleBroken("demand", "urge.nobody", "该案卷没有等待他人办理的事项，无需催办");
        }
        var before = records.of(number).stream()
                .filter(entry -> entry.step().equals(STEP))
                .toList();
        cooledDown(number, before);
        tell(number, by, text, waiting, before.size() + 1);
    }

    private void cooledDown(String number, List<Entry> before) {
        var free = before.stream().map(Entry::at).max(Instant::compareTo).map(last -> freeAgain(number, last));
        if (free.isPresent() && clock.now().isBefore(free.get())) {
            throw new RuleBroken(
                    "demand",
                    "urge.cooldown",
                    "距上次催办不足%s，%s 后可再次催办"
                            .formatted(
                                    deadlines.foreseen("urgeAgain").chinese(),
                                    WHEN.format(free.get().atZone(ClockConfiguration.ZONE))));
        }
    }

    private Instant freeAgain(String number, Instant last) {
        return clock.due(
                last, deadlines.foreseen("urgeAgain"), regions.of(number).orElse("000000"));
    }

    private void tell(String number, Person by, String text, List<TaskLook> waiting, int times) {
        var content = new LinkedHashMap<String, Object>();
        content.put("催办次数", times);
        content.put("催办事项", waiting.stream().map(TaskLook::name).distinct().toList());
        content.put(
                "催办对象",
                waiting.stream().map(this::audience).map(posts::of).distinct().toList());
        content.put("催办要求", text);
        records.append(new Entry(number, STEP, "催办", by.actor(), clock.now(), null, null, content, List.of(), null));
        for (var task : waiting) {
            notices.tell(
                    task.id() + ":urged:" + times,
                    number,
                    audience(task),
                    "ESCALATION",
                    "%s催办“%s”（第%d次）：%s".formatted(by.displayName(), task.name(), times, text));
        }
    }

    private String audience(TaskLook task) {
        return Optional.ofNullable(task.assignee())
                .or(() -> Optional.ofNullable(task.group()))
                .orElse("system");
    }
}
