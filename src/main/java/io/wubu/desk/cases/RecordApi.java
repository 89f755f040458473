package io.wubu.desk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.flow.engine.CaseSummaries;
import io.wubu.shared.Unknown;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The case record of any kind of case: round, letter, interview, special supervision, problem. */
@RestController
@Tag(name = "案卷")
class RecordApi {

    private final CaseAccess access;
    private final CaseSummaries cases;
    private final CaseFiles files;

    RecordApi(CaseAccess access, CaseSummaries cases, CaseFiles files) {
        this.access = access;
        this.cases = cases;
        this.files = files;
    }

    /** A case and its record. */
    record CaseFile(
            String number,
            Map<String, Object> facts,
            List<CaseFiles.EntryLine> entries,
            List<CaseFiles.TaskLine> tasks) {}

    @Operation(summary = "案卷", description = "轮次、督办函、约谈、专项督察等各类案件的摘要、记录和当前任务。")
    @GetMapping("/api/records/{number}")
    CaseFile file(@PathVariable String number, Principal user) {
        access.require(number, user.getName());
        var entries = files.entries(number);
        if (entries.isEmpty()) {
            throw new Unknown("没有案卷 " + number);
        }
        return new CaseFile(number, cases.facts(number), entries, files.tasks(number));
    }
}
