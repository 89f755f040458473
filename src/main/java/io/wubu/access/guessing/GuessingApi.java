package io.wubu.access.guessing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.shared.Unknown;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alarms about guessing, for the security administrator. */
@RestController
@RequestMapping("/api/guessing")
@Tag(name = "账号")
class GuessingApi {

    private final GuessingRows rows;
    private final AuditLog audit;
    private final Clock clock;

    GuessingApi(GuessingRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(summary = "猜口令告警", description = "未阅的在前，已阅的留七天。account 为空串：许多账号。限安全管理员。")
    @GetMapping
    List<GuessingRows.Alarm> list() {
        return rows.list(clock.instant());
    }

    @Operation(summary = "告警已阅", description = "记入审计。限安全管理员。")
    @PostMapping("/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void see(@PathVariable long id, Principal by) {
        audit.with(AuditKind.ACCOUNT, "已阅猜口令告警 " + id, () -> {
            if (!rows.seen(id, by.getName(), clock.instant())) {
                throw new Unknown("没有这条未阅的告警");
            }
        });
    }
}
