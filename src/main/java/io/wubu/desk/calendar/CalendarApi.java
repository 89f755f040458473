package io.wubu.desk.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.desk.web.Bounds;
import io.wubu.flow.engine.StepNames;
import io.wubu.imports.ArrangementFile;
import io.wubu.lawclock.Arrangements;
import io.wubu.lawclock.CalendarDay;
import io.wubu.lawclock.CalendarEntry;
import io.wubu.lawclock.OfficeHours;
import io.wubu.limits.Recalculation;
import io.wubu.limits.Recalculations;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 工作日历: everybody reads it, the system administrator keeps it; what each change moved can be looked up. */
@RestController
@RequestMapping("/api/calendar")
@Tag(name = "工作日历")
class CalendarApi {

    private static final int PAGE = 100;

    private final Arrangements arrangements;
    private final ArrangementFile files;
    private final Recalculations recalculations;
    private final StepNames names;
    private final Regions regions;
    private final People people;
    private final AuditLog audit;

    CalendarApi(
            Arrangements arrangements,
            ArrangementFile files,
            Recalculations recalculations,
            StepNames names,
            Regions regions,
            People people,
            AuditLog audit) {
        this.arrangements = arrangements;
        this.files = files;
        this.recalculations = recalculations;
        this.names = names;
        this.regions = regions;
        this.people = people;
        this.audit = audit;
    }

    /** The days of a year that differ from a plain week, how far arrangements go, and the office hours by region. */
    record CalendarYear(
            int year, LocalDate coveredUntil, List<CalendarDay> days, Map<String, OfficeHours> officeHours) {}

    /** The calendar's new version. */
    record Changed(long version) {}

    /** How a day is to be. */
    record Day(boolean work, @Nullable String name, @Nullable String source) {}

    /** Office hours and where they are laid down. */
    record Hours(@Nullable LocalTime opens, @Nullable LocalTime closes, @Nullable String source) {}

    /** A moved limit, with the step's name. */
    record Line(String number, String step, Instant before, Instant after) {}

    @Operation(summary = "某年的工作日历", description = "列出与普通周历不同的日子；coveredUntil 之后的日期为暂定。")
    @GetMapping
    CalendarYear of(@RequestParam int year) {
        return new CalendarYear(
                Bounds.year(year), arrangements.coveredUntil(), arrangements.of(Year.of(year)), arrangements.hours());
    }

    @Operation(
            summary = "导入年度放假安排",
            description = "UTF-8 CSV（date,type,name）或 holiday-cn 的 JSON；整年替换，随后自动重算全部未办结的工作日期限。")
    @PostMapping(path = "/{year}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Changed adopt(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String source,
            Principal user)
            throws IOException {
        var by = keeper(user);
        if (file == null) {
            throw new RuleBroken("file", "required", "“放假安排文件”：必填");
        }
        var days = files.read(file.getBytes(), Year.of(Bounds.year(year)));
        var ground = named(source);
        return new Changed(audit.with(
                AuditKind.IMPORT, year + " 年放假安排", () -> arrangements.adopt(Year.of(year), days, ground, by.actor())));
    }

    @Operation(summary = "设定某一天", description = "work 为真是调休上班，为假是放假；须写明依据。")
    @PutMapping("/days/{day}")
    Changed set(@PathVariable LocalDate day, @RequestBody Day wish, Principal user) {
        var by = keeper(user);
        Bounds.day("day", "日期", day);
        if (wish.name() == null || wish.name().isBlank()) {
            throw new RuleBroken("name", "required", "“节日名称”：必填");
        }
        var set = new CalendarDay(day, wish.work(), wish.name().strip());
        var ground = named(wish.source());
        return new Changed(
                audit.with(AuditKind.ADMIN, "工作日历 " + day, () -> arrangements.edit(set, false, ground, by.actor())));
    }

    @Operation(summary = "某一天恢复普通周历")
    @DeleteMapping("/days/{day}")
    Changed plain(
            @PathVariable LocalDate day, @RequestParam(required = false) @Nullable String source, Principal user) {
        var by = keeper(user);
        var ground = named(source);
        Bounds.day("day", "日期", day);
        var set = new CalendarDay(day, false, "");
        return new Changed(
                audit.with(AuditKind.ADMIN, "工作日历 " + day, () -> arrangements.edit(set, true, ground, by.actor())));
    }

    @Operation(summary = "设定办公时间", description = "下级没有自己的办公时间时沿用上级；按日计算的期限到下班为止。")
    @PutMapping("/office-hours/{region}")
    Changed hours(@PathVariable String region, @RequestBody Hours wish, Principal user) {
        var by = keeper(user);
        if (wish.opens() == null || wish.closes() == null) {
            throw new RuleBroken("opens", "required", "“上班”“下班”：必填，如 08:30");
        }
        var code = regions.get(region).code();
        var opens = wish.opens();
        var closes = wish.closes();
        var ground = named(wish.source());
        return new Changed(audit.with(
                AuditKind.ADMIN, "办公时间 " + code, () -> arrangements.setHours(code, opens, closes, ground, by.actor())));
    }

    @Operation(summary = "日历的变更历史")
    @GetMapping("/history")
    List<CalendarEntry> history() {
        return arrangements.history();
    }

    @Operation(summary = "各次变更后的重算进度")
    @GetMapping("/recalculations")
    List<Recalculation> runs() {
        return recalculations.all();
    }

    @Operation(summary = "一次重算的报告", description = "时限有变的期限，前后对照；每页 100 行。仅系统管理员和部级办公室可看。")
    @GetMapping("/recalculations/{version}")
    List<Line> report(@PathVariable long version, @RequestParam(defaultValue = "0") int page, Principal user) {
        var by = people.get(user.getName());
        if (by.role() != Role.MINISTRY_ADMIN && by.role() != Role.MINISTRY_SUPERVISION_OFFICE) {
            throw new AccessDeniedException("not for " + by.role());
        }
        return recalculations.report(version, Bounds.page(page, 0) * PAGE, PAGE).stream()
                .map(line -> new Line(line.subject(), names.of(line.step()), line.before(), line.after()))
                .toList();
    }

    private Person keeper(Principal user) {
        var by = people.get(user.getName());
        if (by.role() != Role.MINISTRY_ADMIN) {
            throw new AccessDeniedException("not the calendar's keeper: " + by.role());
        }
        return by;
    }

    private static String named(@Nullable String source) {
        if (source == null || source.isBlank()) {
            throw new RuleBroken("source", "required", "“依据”：必填，如放假通知的文号");
        }
        return source.strip();
    }
}
