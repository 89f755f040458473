package io.wubu.problems;

import io.wubu.campaigns.Campaigns;
import io.wubu.lawclock.LawClock;
import io.wubu.limits.LimitKey;
import io.wubu.limits.RunningLimits;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.regions.Regions;
import io.wubu.shared.Actor;
import io.wubu.shared.Numbers;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's door: registers problems and moves them, each step with its entry in the case record. */
@Component
@Transactional
public class Problems {

    private final JdbcClient jdbc;
    private final ProblemRows rows;
    private final Sites sites;
    private final Records records;
    private final Regions regions;
    private final Campaigns campaigns;
    private final Numbers numbers;
    private final LawClock clock;
    private final RunningLimits limits;
    private final CountyFiguresQuery figures;
    private final ApplicationEventPublisher events;

    Problems(
            JdbcClient jdbc,
            ProblemRows rows,
            Sites sites,
            Records records,
            Regions regions,
            Campaigns campaigns,
            Numbers numbers,
            LawClock clock,
            RunningLimits limits,
            CountyFiguresQuery figures,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sites = sites;
        this.records = records;
        this.regions = regions;
        this.campaigns = campaigns;
        this.numbers = numbers;
        this.clock = clock;
        this.limits = limits;
        this.figures = figures;
        this.events = events;
    }

    /** Opens a line in the ledger (拉条挂账) and answers its number. */
    public String register(Finding finding, Actor by, List<UUID> photos) {
        var campaign = campaigns.current().code();
        var round = finding.roundCode() == null
                ? finding.source().substring(0, 3)
                : campaigns.round(finding.roundCode()).label();
        var prefix = "PB-%s-%s-%s".formatted(campaign, round, finding.regionCode());
        var number = "%s-%05d".formatted(prefix, numbers.next(prefix));
        var known = sites.known(finding.regionCode(), finding.siteName());
        var site = sites.open(finding);
        rows.insert(number, campaign, regions.cityOf(finding.regionCode()), site, finding, by.userId(), clock.now());
        sites.place(site);
        var described = Described.of(finding, known.orElse(null));
        records.append(new Entry(
                number, "register", "登记", by, clock.now(), null, State.DRAFT.name(), described, photos, null));
        return number;
    }

    /** A problem by its number; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Problem get(String number) {
        return find(number).orElseThrow(() -> new Unknown("没有问题 " + number));
    }

    /** A problem by its number, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Problem> find(String number) {
        return jdbc.sql(ProblemRows.SELECT + "where p.number = :number")
                .param("number", number)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .query(rows)
                .optional();
    }

    /**
     * Moves a problem and appends the entry; {@link Stale} if it stands in none of the states the step starts from.
     */
    public void move(String number, Move move) {
        var before = get(number);
        var to = move.to() == null ? before.state() : move.to();
        var limited = withLimit(number, move);
        if (!move.from().contains(before.state()) || !rows.update(number, before.state(), to, limited.changes())) {
            throw new Stale(
                    "问题 %s 当前为“%s”，不能办理“%s”".formatted(number, before.state().chinese(), move.label()));
        }
        records.append(new Entry(
                number,
                move.step(),
                move.label(),
                move.by(),
                clock.now(),
                before.state().name(),
                to.name(),
                settled(before, move),
                move.photos(),
                move.ruleVersion()));
        if (before.state() != to && !to.isRectifying()) {
            limits.end(LimitKey.rectification(number));
        } else if (move.region() != null) {
            limits.relocate(LimitKey.rectification(number), move.region(), move.by(), move.label());
        }
        if (to != before.state()) {
            events.publishEvent(new ProblemMoved(number, before.state(), to));
        }
    }

    /** Takes the site along to where the case goes; what is written of the step, and what became of the site. */
    private Map<String, Object> settled(Problem before, Move move) {
        var region = move.region();
        if (region == null || region.equals(before.regionCode())) {
            return move.content();
        }
        sites.follow(before.number(), region);
        var content = new LinkedHashMap<>(move.content());
        content.put("点位转到", regions.get(region).fullName());
        duplicateOf(before.number()).ifPresent(other -> {
            flag(before.number(), "DUPLICATE");
            content.put("疑似重复", other);
        });
        return content;
    }

    /** A limit that begins with the step replaces the one that runs; the row shows its date. */
    private Move withLimit(String number, Move move) {
        if (move.limit() == null) {
            return move;
        }
        var limit = limits.restart(LimitKey.rectification(number), move.limit());
        return move.setting("due_at", limit.dueAt()).setting("provisional", limit.provisional());
    }

    /** Adds a line to the record without touching state: progress, reminders, opinions. */
    public void note(
            String number, String step, String label, Actor by, Map<String, Object> content, List<UUID> photos) {
        var state = get(number).state().name();
        records.append(new Entry(number, step, label, by, clock.now(), state, state, content, photos, null));
    }

    /** Sets a flag such as LISTED or FALSE_CLAIM; setting it again changes nothing. */
    public void flag(String number, String flag) {
        jdbc.sql("update wubu.problem set flags = flags || :flag where number = :number and not :flag = any (flags)")
                .param("flag", flag)
                .param("number", number)
                .update();
    }

    /** An open problem of the same kind at the same site, older than this one (查重). */
    @Transactional(readOnly = true)
    public Optional<String> duplicateOf(String number) {
        return jdbc.sql(
                        """
                        select o.number from wubu.problem p
                        join wubu.problem o on o.site_id = p.site_id and o.problem_type = p.problem_type
                        where p.number = :number and o.number <> p.number and o.stage between 2 and 7
                          and o.created_at <= p.created_at
                        order by o.created_at limit 1
                        """)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** The figures of the problem's county that the interview table asks for. */
    @Transactional(readOnly = true)
    public CountyFigures figuresOfCounty(String number) {
        return figures.of(number);
    }

    /** The account that last took a step; empty if nobody has. */
    @Transactional(readOnly = true)
    public String lastActor(String number, String step) {
        return records.of(number).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((first, second) -> second)
                .map(entry -> entry.by().userId())
                .orElse("");
    }
}
