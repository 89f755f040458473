package io.wubu.flow.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Statements;
import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.flow.engine.TaskFace;
import io.wubu.flow.engine.Tasks;
import io.wubu.insight.Reach;
import io.wubu.limits.LimitKey;
import io.wubu.limits.RunningLimits;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What follows a card is read at once for all cards, and says what the engine says when it is asked one by one. */
class NextRungIT extends WubuTest {

    private static final Reach EVERYWHERE = new Reach(List.of(""));

    @Autowired
    private Ladders ladders;

    @Autowired
    private Tasks tasks;

    @Autowired
    private RunningLimits limits;

    @Autowired
    private People people;

    @Autowired
    private Regions regions;

    @Autowired
    private ApplicationContext context;

    @Test
    void itIsWhatTheEngineAnswersForEveryOpenTask() {
        for (var step : List.of("signIn", "split", "claimByCounty", "draftPlan", "approvePlan", "reportDone")) {
            new AssignSteps(this).until(importedProblem(COUNTY, "散乱污"), step);
            clock.advance(Duration.ofHours(3));
        }
        foundProblem(COUNTY, "散乱污");
        fire(importedProblem(OTHER_COUNTY, "散乱污"), "signInOverdue");
        var engines = new EngineLadder(context);
        var open = asSystem.call(() -> engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getId)
                .toList());
        var next = ladders.next(open, EVERYWHERE);
        assertThat(open).hasSizeGreaterThan(7);
        assertThat(next).hasSizeGreaterThan(5);
        assertThat(open).allSatisfy(task -> assertThat(next.get(task))
                .isEqualTo(engines.next(task).orElse(null)));
    }

    @Test
    void aClaimedTaskRemindsWhoClaimedItAndAStoppedClockNobody() {
        var number = importedProblem(COUNTY, "散乱污");
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn").getId();
        as(office, () -> engine.getTaskService().claim(task, office));
        assertThat(ladders.next(List.of(task), EVERYWHERE).get(task))
                .isEqualTo(new EngineLadder(context).next(task).orElseThrow())
                .extracting(Rung::to)
                .isEqualTo(people.get(office).displayName());

        limits.pause(
                LimitKey.of(number, "signIn"),
                people.get(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY)).actor(),
                "法院查封现场，无法进入",
                photos(office, 1).stream().map(UUID::fromString).toList());
        assertThat(ladders.next(List.of(task), EVERYWHERE)).isEmpty();
        assertThat(ladders.of(number, COUNTY)).extracting(Rung::kind).contains(Rung.Kind.STOPPED);
    }

    @Test
    void nothingIsToldOfTasksBeyondTheReadersReach() {
        var here = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        var there = task(importedProblem(OTHER_COUNTY, "散乱污"), "signIn").getId();
        var both = List.of(here, there);
        assertThat(ladders.next(both, new Reach(regions.stems(MINISTRY)))).containsOnlyKeys(here, there);
        assertThat(ladders.next(both, new Reach(regions.stems(CITY)))).containsOnlyKeys(here);
        assertThat(ladders.next(both, new Reach(regions.stems("140500")))).containsOnlyKeys(there);
        assertThat(ladders.next(both, new Reach(List.of()))).isEmpty();
        assertThat(ladders.next(List.of(), EVERYWHERE)).isEmpty();
    }

    @Test
    void aDozenCardsCostNoMoreStatementsThanOne() {
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var ids = new ArrayList<String>();
        while (ids.size() < 12) {
            ids.add(task(importedProblem(COUNTY, "散乱污"), "signIn").getId());
        }
        as(office, () -> {
            cards(ids); // models and regions are read once
            assertThat(Statements.of(() -> cards(ids.subList(0, 1)))).hasSize(4);
            assertThat(Statements.of(() -> cards(ids))).hasSize(4);
        });
    }

    private Map<String, Rung> cards(List<String> ids) {
        var seen = tasks.faces(ids).stream().map(TaskFace::id).toList();
        assertThat(seen).hasSameSizeAs(ids);
        return ladders.next(seen, EVERYWHERE);
    }
}
