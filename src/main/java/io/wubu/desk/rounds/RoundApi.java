package io.wubu.desk.rounds;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.campaigns.Candidate;
import io.wubu.campaigns.RoundPoints;
import io.wubu.desk.web.Bounds;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.shared.Unknown;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rounds of supervision: starting one, checking its draw. For 专项督查办 only; the places inspected know nothing of it. */
@RestController
@RequestMapping("/api/rounds")
@Tag(name = "强化督查轮次")
class RoundApi {

    private final RoundStarts starts;
    private final RoundPoints points;
    private final People people;
    private final AuditLog audit;

    RoundApi(RoundStarts starts, RoundPoints points, People people, AuditLog audit) {
        this.starts = starts;
        this.points = points;
        this.people = people;
        this.audit = audit;
    }

    /** Which round. */
    record Start(@Nullable BigDecimal no) {}

    /** The round's number as a case. */
    record Started(String number) {}

    /**
     * The draw, done once more.
     *
     * @param same whether it gave the points of the first draw
     */
    record Replay(boolean same, Map<String, List<Candidate>> points) {}

    @Operation(summary = "轮次清单", description = "当前攻坚行动的各轮次，以及能否启动。")
    @GetMapping
    List<RoundStarts.Line> all(Principal user) {
        requireOffice(user);
        return starts.all();
    }

    @Operation(summary = "启动轮次", description = "启动当前攻坚行动的一个轮次，随后办理“轮次计划”。")
    @PostMapping
    Started start(@RequestBody Start start, Principal user) {
        requireOffice(user);
        var no = Bounds.whole("no", "轮次", start.no(), 1, 15);
        return new Started(audit.with(AuditKind.CASE, number -> number + " 启动轮次", () -> starts.begin(no)));
    }

    @Operation(summary = "重做抽取", description = "按保存的种子、比例和候选点位重做抽取，核对与当时是否一致。")
    @GetMapping("/{round}/draw")
    Replay replay(@PathVariable String round, Principal user) {
        requireOffice(user);
        var again = points.replay(round);
        var same = again.entrySet().stream().allMatch(city -> points.of(round, city.getKey()).stream()
                .map(point -> point.regionCode() + point.name())
                .toList()
                .equals(city.getValue().stream()
                        .map(point -> point.regionCode() + point.name())
                        .toList()));
        return new Replay(same, again);
    }

    private void requireOffice(Principal user) {
        if (people.get(user.getName()).role() != Role.MINISTRY_SUPERVISION_OFFICE) {
            throw new Unknown("没有这个页面");
        }
    }
}
