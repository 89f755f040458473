package io.wubu.desk.problems;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.Trace;
import io.wubu.desk.web.Moments;
import io.wubu.flow.fivestep.LedgerIntake;
import io.wubu.flow.fivestep.LedgerIntake.Outcome;
import io.wubu.flow.fivestep.LedgerIntake.Terms;
import io.wubu.imports.files.Refusal;
import io.wubu.lawclock.LawClock;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 导入台账: a file in, the numbers of the problems or every error of every row out. */
@RestController
@Tag(name = "台账")
class LedgerApi {

    /** The offices that hand problems over, each within its own region (rule book 4.2). */
    private static final Set<Role> OFFICES = EnumSet.of(
            Role.MINISTRY_SUPERVISION_OFFICE, Role.PATROL_OFFICE, Role.PROVINCE_OFFICE, Role.CITY_ECO_OFFICE);

    private final LedgerIntake intake;
    private final People people;
    private final LawClock clock;

    LedgerApi(LedgerIntake intake, People people, LawClock clock) {
        this.intake = intake;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What became of a ledger.
     *
     * @param accepted rows imported, or that would be on a dry run
     * @param rejected every error of every row; row 0 is the file as a whole
     * @param ignored columns that are not read
     */
    record Answer(int accepted, List<String> problems, List<Refusal> rejected, List<String> ignored) {}

    @Operation(
            summary = "导入台账（UTF-8 CSV 或 XLSX）",
            description = "dryRun 只检查不导入；partial 有错时仍导入合格的行；assignedAt 为整改期限的起算时间，默认现在。"
                    + "有错且未选 partial 时返回 422，什么也不导入；同一文件再次导入返回 409。")
    @PostMapping(path = "/api/ledger/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Answer> take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(required = false) @Nullable String assignedAt,
            Principal user)
            throws IOException {
        var by = people.get(user.getName());
        if (!OFFICES.contains(by.role())) {
            throw new AccessDeniedException("no office: " + by.role());
        }
        if (file == null) {
            throw new RuleBroken("file", "required", "“台账文件”：必填");
        }
        var outcome = take(file, new Terms(dryRun, partial, moment(assignedAt)), by);
        if (outcome.refused()) {
            Trace.refused("ledger");
        } else if (dryRun) {
            Trace.told(); // looked at, nothing taken
        }
        var answer = new Answer(
                outcome.accepted(),
                outcome.problems(),
                outcome.check().refusals(),
                outcome.check().ignored());
        return ResponseEntity.status(outcome.refused() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK)
                .body(answer);
    }

    private Outcome take(MultipartFile file, Terms terms, Person by) throws IOException {
        var name = file.getOriginalFilename() == null ? "台账" : file.getOriginalFilename();
        var stored = Files.createTempFile("wubu-ledger", ".upload");
        try {
            file.transferTo(stored);
            return intake.take(stored, name, terms, by);
        } finally {
            Files.deleteIfExists(stored);
        }
    }

    private @Nullable Instant moment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var moment = Moments.read(text.strip());
        if (moment == null) {
            throw new RuleBroken("assignedAt", "datetime", "“交办时间”：应如 2017-09-01T09:00:00+08:00 或 2017-09-01");
        }
        if (moment.isAfter(clock.now())) {
            throw new RuleBroken("assignedAt", "max", "“交办时间”：不得晚于现在");
        }
        return moment;
    }
}
