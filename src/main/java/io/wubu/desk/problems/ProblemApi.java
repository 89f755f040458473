package io.wubu.desk.problems;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.desk.cases.CaseAccess;
import io.wubu.desk.cases.CaseFiles;
import io.wubu.desk.web.Lamps;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import java.security.Principal;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger: lists, and one problem with its record. */
@RestController
@RequestMapping("/api/problems")
@Tag(name = "问题")
class ProblemApi {

    private final ProblemListing listing;
    private final Problems problems;
    private final CaseAccess access;
    private final CaseFiles files;

    ProblemApi(ProblemListing listing, Problems problems, CaseAccess access, CaseFiles files) {
        this.listing = listing;
        this.problems = problems;
        this.access = access;
        this.files = files;
    }

    /** One problem as far as the system knows it. */
    record ProblemFile(
            Problem record,
            String stateName,
            String regionName,
            boolean overdue,
            Lamps.Lamp deadline,
            List<CaseFiles.EntryLine> entries,
            List<CaseFiles.TaskLine> tasks,
            List<ProblemItem> siteHistory) {}

    @Operation(summary = "问题清单", description = "只含本人任职区划及其下级的问题；可按区划、状态、阶段、类型、轮次、是否逾期和文字筛选，分页。")
    @GetMapping
    ProblemListing.Page list(@ParameterObject ProblemFilter filter, Principal user) {
        filter.check();
        return listing.page(filter, access.range(user.getName()));
    }

    @Operation(summary = "问题案卷", description = "台账、案卷记录、当前任务和期限、同一点位的其他问题；不在辖区内与不存在同样回答 404。")
    @GetMapping("/{number}")
    ProblemFile file(@PathVariable String number, Principal user) {
        access.require(number, user.getName());
        var problem = problems.get(number);
        return new ProblemFile(
                problem,
                problem.state().chinese(),
                files.regionName(problem.regionCode()),
                files.isOverdue(problem),
                files.lamp(problem),
                files.entries(number),
                files.tasks(number),
                listing.siteHistory(problem, access.range(user.getName())));
    }
}
