package io.wubu.desk.problems;

import io.wubu.desk.web.Lamps;
import io.wubu.insight.ProblemLine;
import io.wubu.insight.ProblemLines;
import io.wubu.insight.Reach;
import io.wubu.problems.Problem;
import io.wubu.problems.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists of the ledger in the words of their readers, never beyond the reach of the one who asks. */
@Component
class ProblemListing {

    private static final Map<String, String> SEVERITIES =
            Map.of("CRITICAL", "特别严重", "MAJOR", "严重", "NORMAL", "一般", "MINOR", "轻微");

    private final ProblemLines ledger;
    private final Lamps lamps;

    ProblemListing(ProblemLines ledger, Lamps lamps) {
        this.ledger = ledger;
        this.lamps = lamps;
    }

    /** A page of a list. */
    record Page(List<ProblemItem> items, int total, int page, int size) {}

    Page page(ProblemFilter filter, Reach reach) {
        var page = ledger.page(filter.question(), reach);
        return new Page(
                page.lines().stream().map(this::item).toList(), page.total(), filter.pageOr1(), filter.sizeOrUsual());
    }

    /** The other problems of the same site, or of the same enterprise elsewhere, newest first. */
    List<ProblemItem> siteHistory(Problem problem, Reach reach) {
        return ledger.siteHistory(problem.number(), problem.siteId(), problem.uscc(), reach).stream()
                .map(this::item)
                .toList();
    }

    private ProblemItem item(ProblemLine line) {
        var state = State.valueOf(line.state());
        var lamp = lamps.of(state.isRectifying() ? line.dueAt() : null, line.overdue());
        return new ProblemItem(
                line.number(),
                line.round(),
                line.source(),
                line.regionCode(),
                line.regionName(),
                line.place(),
                line.siteName(),
                line.uscc(),
                line.problemType(),
                line.description(),
                line.foundOn(),
                line.severity(),
                line.severity() == null ? null : SEVERITIES.get(line.severity()),
                state.name(),
                state.chinese(),
                state.stage(),
                line.assignedAt(),
                line.dueAt(),
                line.provisional(),
                line.overdue(),
                lamp.daysLeft(),
                lamp.colour(),
                line.leadUnit(),
                flags(line));
    }

    private static List<String> flags(ProblemLine line) {
        return Stream.concat(line.flags().stream(), line.overdue() ? Stream.of(Problem.OVERDUE) : Stream.empty())
                .toList();
    }
}
