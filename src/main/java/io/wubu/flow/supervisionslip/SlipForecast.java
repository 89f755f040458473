package io.wubu.flow.supervisionslip;

import io.wubu.flow.ladder.Forecast;
import io.wubu.flow.ladder.Rung;
import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.places.PostNames;
import io.wubu.flow.rules.RuleResult;
import io.wubu.lawclock.LawClock;
import io.wubu.limits.LimitKey;
import io.wubu.limits.RunningLimit;
import io.wubu.limits.RunningLimits;
import io.wubu.people.Role;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.slips.Colour;
import io.wubu.slips.SlipState;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The slips a problem will get if nobody acts, colour by colour, as the table and the law clock foresee them. */
@Component
class SlipForecast implements Forecast {

    /** States in which a slip's limit runs. */
    private static final Set<SlipState> RUNNING = EnumSet.of(SlipState.ISSUED, SlipState.SIGNED);

    private final Slips slips;
    private final Problems problems;
    private final RunningLimits limits;
    private final ColourTable table;
    private final PostNames posts;
    private final LawClock clock;

    SlipForecast(
            Slips slips, Problems problems, RunningLimits limits, ColourTable table, PostNames posts, LawClock clock) {
        this.slips = slips;
        this.problems = problems;
        this.limits = limits;
        this.table = table;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public List<Rung> of(String number) {
        return problems.find(number).map(this::of).orElse(List.of());
    }

    private List<Rung> of(Problem problem) {
        var open = slips.openSlip(problem.number()).filter(slip -> slip.dueAt() != null);
        if (open.isPresent()) {
            return climb(
                    problem,
                    Trigger.SLIP_EXPIRED,
                    open.get().colour(),
                    open.get().dueAt());
        }
        var due = rectificationDue(problem);
        return due.isEmpty() ? List.of() : climb(problem, Trigger.ITEM_OVERDUE, null, due.get());
    }

    /** The date a first slip would follow; none once a chain has begun or the work is reported. */
    private Optional<Instant> rectificationDue(Problem problem) {
        if (problem.state().stage() != 2 || slips.chain(problem.number()).isPresent()) {
            return Optional.empty();
        }
        return limits.find(LimitKey.rectification(problem.number()))
                .filter(limit -> limit.pausedAt() == null)
                .map(RunningLimit::dueAt);
    }

    private List<Rung> climb(Problem problem, Trigger trigger, @Nullable Colour from, @Nullable Instant first) {
        var rungs = new ArrayList<Rung>();
        var at = first;
        var cause = trigger;
        var colour = from;
        while (at != null && rungs.size() < Colour.values().length + 1) {
            at = clock.onDuty(at, problem.regionCode());
            var row = rule(problem, cause, colour);
            var ruling = ColourTable.ruling(row);
            colour = ruling.colour();
            rungs.add(rung(problem, at, colour, ruling.copyRoles(), row));
            at = colour == null ? null : clock.due(at, ruling.limit(), problem.regionCode());
            cause = Trigger.SLIP_EXPIRED;
        }
        return rungs;
    }

    private RuleResult rule(Problem problem, Trigger trigger, @Nullable Colour previous) {
        return table.foresee(trigger, previous, slips.earlier(problem.number()), null);
    }

    private Rung rung(Problem problem, Instant at, @Nullable Colour colour, String copies, RuleResult row) {
        if (colour == null) {
            var office = posts.of(Role.URGING_OFFICE.at(problem.cityCode()));
            return new Rung(at, Kind.LATER, "督办均未见效 → 提出问题线索和问责建议，升级约谈", office, row.source(), null);
        }
        var limit = ColourTable.ruling(row).limit().chinese();
        var what = "签发" + colour.chinese() + (row.flag("letter") ? "专函督办" : "督办单") + "，限" + limit;
        return new Rung(at, Kind.LATER, what, receivers(problem, copies), row.source(), null);
    }

    private String receivers(Problem problem, String copies) {
        var names = new ArrayList<String>();
        names.add(posts.of(Role.RESPONSIBLE_UNIT.at(problem.regionCode())));
        for (var role : copies.split(",")) {
            if (!role.isBlank() && !role.equals(Role.RESPONSIBLE_UNIT.name())) {
                var copy = Role.valueOf(role);
                names.add("抄送"
                        + posts.of(copy.at(copy.level().equals("city") ? problem.cityCode() : problem.regionCode())));
            }
        }
        return String.join("，", names);
    }
}
