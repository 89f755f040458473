package io.wubu.desk.problems;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.flow.fivestep.FindingPaper;
import io.wubu.flow.fivestep.Findings;
import io.wubu.people.People;
import java.security.Principal;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 上报问题: starts the five steps of a new problem without a task. */
@RestController
@Tag(name = "问题")
class FindingApi {

    private final Findings findings;
    private final People people;
    private final AuditLog audit;

    FindingApi(Findings findings, People people, AuditLog audit) {
        this.findings = findings;
        this.people = people;
        this.audit = audit;
    }

    @Operation(summary = "上报问题", description = "照片先经 /api/evidence 上传，至少两张；照片带位置时经纬度可不填。")
    @PostMapping("/api/findings")
    Map<String, String> report(@RequestBody FindingPaper paper, Principal user) {
        var by = people.get(user.getName());
        if (!Findings.mayReport(by.role())) {
            throw new AccessDeniedException("no reporter: " + by.role());
        }
        var number = audit.with(AuditKind.CASE, given -> given + " 上报问题", () -> findings.report(paper, by));
        return Map.of("number", number);
    }
}
