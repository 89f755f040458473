package io.wubu.desk.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.desk.cases.CaseAccess;
import io.wubu.desk.web.Bounds;
import io.wubu.flow.engine.TaskFace;
import io.wubu.flow.engine.Tasks;
import io.wubu.flow.ladder.Ladders;
import io.wubu.flow.ladder.Rung;
import io.wubu.flow.papers.Papers;
import io.wubu.flow.places.CaseRegions;
import io.wubu.flow.urging.HandUrges;
import io.wubu.lawclock.LawClock;
import io.wubu.people.People;
import io.wubu.shared.Unknown;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 期限与升级: the ladder of a case, the same for card, Tasklist tab and Cockpit. */
@RestController
@Tag(name = "期限")
class LadderApi {

    private final Ladders ladders;
    private final LimitApi limits;
    private final CaseAccess access;
    private final CaseRegions regions;
    private final Papers papers;
    private final Tasks tasks;
    private final HandUrges urges;
    private final People people;
    private final LawClock clock;

    LadderApi(
            Ladders ladders,
            LimitApi limits,
            CaseAccess access,
            CaseRegions regions,
            Papers papers,
            Tasks tasks,
            HandUrges urges,
            People people,
            LawClock clock) {
        this.ladders = ladders;
        this.limits = limits;
        this.access = access;
        this.regions = regions;
        this.papers = papers;
        this.tasks = tasks;
        this.urges = urges;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A case's running limits and its ladder.
     *
     * @param now the official present the hours are counted from
     * @param mayUrge whether the reader may urge (催办)
     * @param mayPause whether the reader may stop the clock (停表)
     */
    record Ladder(
            String number,
            Instant now,
            List<LimitApi.LimitLine> limits,
            List<Rung> rungs,
            boolean mayUrge,
            boolean mayPause) {}

    @Operation(summary = "案卷的期限与升级", description = "已发生的提醒和升级、下一步、再往后；办公小时数从现在算起。")
    @GetMapping("/api/cases/{number}/ladder")
    Ladder ofCase(@PathVariable String number, Principal user) {
        access.require(number, user.getName());
        var by = people.get(user.getName());
        return new Ladder(
                number,
                clock.now(),
                limits.of(number, user),
                ladders.of(number, region(number)),
                urges.mayUrge(by),
                limits.mayPause(by));
    }

    @Operation(summary = "任务所属案卷的期限与升级")
    @GetMapping("/api/tasks/{id}/ladder")
    Ladder ofTask(@PathVariable String id, Principal user) {
        return ofCase(papers.open(id).number(), user);
    }

    @Operation(summary = "流程实例所属案卷的期限与升级")
    @GetMapping("/api/instances/{id}/ladder")
    Ladder ofInstance(@PathVariable String id, Principal user) {
        var number = regions.numberOf(id).filter(found -> access.maySee(found, user.getName()));
        return ofCase(number.orElseThrow(() -> new Unknown("没有这个流程实例")), user);
    }

    @Operation(summary = "任务卡片的下一步", description = "每个任务若无人办理，下一件会发生的事；一次至多 50 个，没有 ids 即没有答案。")
    @GetMapping("/api/cards/next")
    Map<String, Rung> next(@RequestParam(defaultValue = "") List<String> ids, Principal user) {
        var seen = tasks.faces(Bounds.ids(ids)).stream().map(TaskFace::id).toList();
        return seen.isEmpty() ? Map.of() : ladders.next(seen, access.range(user.getName()));
    }

    private String region(String number) {
        return regions.of(number).orElse("000000");
    }
}
