package io.wubu.desk.letters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.desk.cases.CaseAccess;
import io.wubu.flow.engine.CaseSummaries;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Unknown;
import io.wubu.slips.Colour;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipPage;
import io.wubu.slips.SlipRequest;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Three-colour slips: those of a problem, one to read or print, and issuing one by hand. */
@RestController
@Tag(name = "三色督办单")
class SlipApi {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final Set<Role> ISSUERS = Set.of(Role.URGING_OFFICE, Role.CITY_ECO_OFFICE);
    private static final int LEAST = 10;
    private static final int MOST = 1000;

    private final Slips slips;
    private final SlipRequests requests;
    private final SlipPage page;
    private final Problems problems;
    private final People people;
    private final Regions regions;
    private final CaseAccess access;
    private final CaseSummaries cases;
    private final AuditLog audit;

    SlipApi(
            Slips slips,
            SlipRequests requests,
            SlipPage page,
            Problems problems,
            People people,
            Regions regions,
            CaseAccess access,
            CaseSummaries cases,
            AuditLog audit) {
        this.slips = slips;
        this.requests = requests;
        this.page = page;
        this.problems = problems;
        this.people = people;
        this.regions = regions;
        this.access = access;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * The slips of a problem.
     *
     * @param running whether a supervision is under way, be it that its slip is not issued yet
     * @param mayIssue whether the reader may issue a slip by hand now
     */
    record SlipList(List<SlipLine> slips, boolean running, boolean mayIssue) {}

    /** What an office wants to issue. */
    record Order(
            @Nullable Colour colour, @Nullable Trigger trigger, @Nullable String facts, @Nullable String requirement) {}

    @Operation(summary = "问题的督办单", description = "一个问题的全部三色督办单，按签发先后。")
    @GetMapping("/api/problems/{number}/slips")
    SlipList list(@PathVariable String number, Principal user) {
        access.require(number, user.getName());
        var problem = problems.get(number);
        var running = slips.chain(number).isPresent();
        return new SlipList(
                slips.of(number).stream()
                        .filter(slip -> isKnown(slip, user))
                        .map(SlipLine::of)
                        .toList(),
                running,
                !running && isIssuer(people.get(user.getName()), problem.cityCode()) && requests.maySupervise(problem));
    }

    @Operation(
            summary = "直接下达督办单",
            description = "市督查室、市整改办按领导批示（LEADER_INSTRUCTION）或重要紧急事项（IMPORTANT）下达；"
                    + "黄色（YELLOW）、红色（RED）须经市政府负责人批准。已有进行中的督办时回答 409。")
    @PostMapping("/api/problems/{number}/slips")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void issue(@PathVariable String number, @RequestBody Order order, Principal user) {
        access.require(number, user.getName());
        var by = people.get(user.getName());
        if (!isIssuer(by, problems.get(number).cityCode())) {
            throw new AccessDeniedException("no issuer of slips: " + by.role());
        }
        var request = checked(order, by);
        audit.with(AuditKind.CASE, number + " 下达督办单", () -> requests.byHand(number, request));
    }

    @Operation(summary = "一张督办单", description = "按编号（SD-…）；不在辖区内与不存在同样回答 404。")
    @GetMapping("/api/slips/{number}")
    SlipLine slip(@PathVariable String number, Principal user) {
        return SlipLine.of(visible(number, user));
    }

    @Operation(summary = "督办单打印页", description = "A4 页面：颜色、文号、主送、存在问题、要求、期限（暂定的注明）、抄送、签收、办理结果、验收。")
    @GetMapping("/api/slips/{number}/document")
    ResponseEntity<String> document(@PathVariable String number, Principal user) {
        var slip = visible(number, user);
        var times = 1
                + slips.of(slip.problemNumber()).stream()
                        .map(Slip::number)
                        .toList()
                        .indexOf(number);
        var issuer = regions.get(slip.cityCode()).name() + "督查室";
        audit.before(AuditKind.DOWNLOAD, "督办单 " + number);
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(page.of(slip, cases.line(slip.problemNumber()), times, issuer));
    }

    private Slip visible(String number, Principal user) {
        var slip = slips.get(number);
        if (!access.maySee(slip.problemNumber(), user.getName()) || !isKnown(slip, user)) {
            throw new Unknown("没有督办单 " + number);
        }
        return slip;
    }

    /** A slip that waits for approval is the issuing city's and its superiors' until it is issued. */
    private boolean isKnown(Slip slip, Principal user) {
        return slip.issuedAt() != null || regions.covers(access.reach(user.getName()), slip.cityCode());
    }

    private static boolean isIssuer(Person person, String city) {
        return ISSUERS.contains(person.role()) && person.regionCode().equals(city);
    }

    private static SlipRequest checked(Order order, Person by) {
        var faults = new ArrayList<RuleBroken.Fault>();
        if (order.colour() == null) {
            faults.add(new RuleBroken.Fault("colour", "required", "“颜色”必填"));
        }
        if (order.trigger() == null || order.trigger().isAutomatic()) {
            faults.add(new RuleBroken.Fault("trigger", "trigger", "“情形”应为领导批示或重要紧急事项"));
        }
        var facts = text("facts", "存在问题", order.facts(), faults);
        var requirement = text("requirement", "督办要求", order.requirement(), faults);
        if (order.trigger() == null || !faults.isEmpty()) {
            throw new RuleBroken(faults);
        }
        return new SlipRequest(order.trigger(), order.colour(), facts, requirement, by.actor());
    }

    private static String text(String field, String label, @Nullable String given, List<RuleBroken.Fault> faults) {
        var text = given == null ? "" : given.strip();
        if (text.length() < LEAST || text.length() > MOST) {
            faults.add(new RuleBroken.Fault(field, "length", "“%s”应为 %d—%d 字".formatted(label, LEAST, MOST)));
        }
        return text;
    }
}
