package io.wubu.desk.drill;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.drill.DrillClock;
import io.wubu.drill.OnDrill;
import io.wubu.flow.drill.Drill;
import io.wubu.flow.drill.Due;
import io.wubu.flow.drill.Move;
import io.wubu.people.People;
import io.wubu.people.Role;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 演练: the administrator reads the drill's clock and moves it forward. */
@OnDrill
@RestController
@RequestMapping("/api/drill/clock")
@Tag(name = "演练")
class DrillApi {

    private final Drill drill;
    private final DrillClock clock;
    private final DrillTarget target;
    private final People people;
    private final AuditLog audit;

    DrillApi(Drill drill, DrillClock clock, DrillTarget target, People people, AuditLog audit) {
        this.drill = drill;
        this.clock = clock;
        this.target = target;
        this.people = people;
        this.audit = audit;
    }

    /**
     * Where the drill stands.
     *
     * @param last the last move, which may be under way
     * @param next what fires next
     */
    record Standing(Instant now, Instant startedAt, @Nullable Move last, List<Due> next) {}

    @Operation(summary = "演练的时钟", description = "现在、开始时刻、最近一次前进（可能正在进行）和即将到期的事项。只限系统管理员。")
    @GetMapping
    Standing standing(Principal user) {
        requireAdmin(user);
        return look(drill.last());
    }

    @Operation(
            summary = "让演练的时钟前进",
            description = "三者填一：advance（ISO 8601，如 P3D、PT4H）、to（时刻）、workingDays（工作日数）。到期事项按各自时刻依次触发，"
                    + "全部触发后回答；只能向前（422），同时只能有一次（409），只限系统管理员（403）。")
    @PostMapping
    Standing advance(@RequestBody DrillTarget.Wish wish, Principal user) {
        requireAdmin(user);
        var to = target.of(wish);
        audit.before(AuditKind.ADMIN, "演练时钟前进至 " + to);
        return look(drill.advance(to));
    }

    private Standing look(@Nullable Move move) {
        return new Standing(clock.instant(), clock.started(), move, drill.next());
    }

    private void requireAdmin(Principal user) {
        var role = people.get(user.getName()).role();
        if (role != Role.MINISTRY_ADMIN) {
            throw new AccessDeniedException("no administrator: " + role);
        }
    }
}
