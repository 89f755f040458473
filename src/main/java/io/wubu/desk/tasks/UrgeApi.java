package io.wubu.desk.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.desk.cases.CaseAccess;
import io.wubu.flow.urging.HandUrges;
import io.wubu.people.People;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 催办: a superior urges whoever a case waits for. */
@RestController
@Tag(name = "期限")
class UrgeApi {

    private final HandUrges urges;
    private final CaseAccess access;
    private final People people;
    private final AuditLog audit;

    UrgeApi(HandUrges urges, CaseAccess access, People people, AuditLog audit) {
        this.urges = urges;
        this.access = access;
        this.people = people;
        this.audit = audit;
    }

    /** What the superior demands. */
    record Urge(@Nullable String demand) {}

    @Operation(summary = "催办", description = "通知案卷各待办事项的办理人或岗位，记入案卷并计次；4个工作小时内不能重复（默认值）。")
    @PostMapping("/api/cases/{number}/urge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable String number, @RequestBody Urge urge, Principal user) {
        access.require(number, user.getName());
        var by = people.get(user.getName());
        if (!urges.mayUrge(by)) {
            throw new AccessDeniedException("no superior: " + by.role());
        }
        audit.with(
                AuditKind.CASE,
                number + " 催办",
                () -> urges.urge(number, by, urge.demand() == null ? "" : urge.demand()));
    }
}
