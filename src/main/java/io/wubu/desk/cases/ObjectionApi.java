package io.wubu.desk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.closure.Objections;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 公示期异议: raised by an office, or by the hotline's desk for a citizen. */
@RestController
@Tag(name = "销号")
class ObjectionApi {

    private final Objections objections;
    private final CaseAccess access;
    private final AuditLog audit;

    ObjectionApi(Objections objections, CaseAccess access, AuditLog audit) {
        this.objections = objections;
        this.access = access;
        this.audit = audit;
    }

    /** What is objected. */
    record Wish(@Nullable String text) {}

    @Operation(summary = "提出公示期异议", description = "公示末日24时前；销号随即停下，待异议处理完毕。")
    @PostMapping("/api/problems/{number}/objections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void raise(@PathVariable String number, @RequestBody Wish wish, Principal user) {
        access.require(number, user.getName());
        audit.with(
                AuditKind.CASE,
                number + " 提出异议",
                () -> objections.raise(number, wish.text() == null ? "" : wish.text(), user.getName()));
    }
}
