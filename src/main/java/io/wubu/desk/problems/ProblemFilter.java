package io.wubu.desk.problems;

import io.wubu.desk.web.Bounds;
import io.wubu.insight.ProblemQuestion;
import io.wubu.problems.State;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which problems a list shows, as the caller asks for them; what is left out does not filter.
 *
 * @param region a region and all below it
 * @param state one or more states by their identifiers
 * @param stage 1—8
 * @param type problem type, exactly
 * @param round round code or number
 * @param overdue the rectification or the task that holds it is past its limit, or not
 * @param text part of number, site, description, place or region name
 * @param page from 1
 * @param size at most 100
 */
record ProblemFilter(
        @Nullable String region,
        @Nullable List<String> state,
        @Nullable Integer stage,
        @Nullable String type,
        @Nullable String round,
        @Nullable Boolean overdue,
        @Nullable String text,
        @Nullable Integer page,
        @Nullable Integer size) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    int pageOr1() {
        return page == null ? 1 : page;
    }

    int sizeOrUsual() {
        return size == null ? USUAL : size;
    }

    /** As the read wing is asked. */
    ProblemQuestion question() {
        var stem = region == null || region.isBlank() ? null : Regions.stem(region.strip());
        return new ProblemQuestion(stem, state, stage, type, round, overdue, text, pageOr1(), sizeOrUsual());
    }

    /** Passes if every value can be used. */
    void check() {
        var known = Arrays.stream(State.values()).map(State::name).toList();
        if (state != null && state.isEmpty()) {
            throw new RuleBroken("state", "required", "“状态”：没有选；不限状态时请不要带这个参数");
        }
        if (state != null && !known.containsAll(state)) {
            throw new RuleBroken("state", "option", "“状态”：没有“" + String.join("、", state) + "”");
        }
        Bounds.page(pageOr1(), 1);
        if (sizeOrUsual() < 1 || sizeOrUsual() > MOST) {
            throw new RuleBroken("size", "range", "“每页条数”：应在 1—" + MOST + " 之间");
        }
    }
}
