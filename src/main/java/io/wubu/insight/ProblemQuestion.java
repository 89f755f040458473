package io.wubu.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which problems a list shows within the reader's reach; what is left out does not filter.
 *
 * @param stem how region codes begin
 * @param state one or more states by their identifiers
 * @param round round code or number
 * @param overdue open and past its date, or not
 * @param text part of number, site, description, place or region name
 * @param page from 1
 */
public record ProblemQuestion(
        @Nullable String stem,
        @Nullable List<String> state,
        @Nullable Integer stage,
        @Nullable String type,
        @Nullable String round,
        @Nullable Boolean overdue,
        @Nullable String text,
        int page,
        int size) {

    /** How many lines come before the page. */
    long skipped() {
        return (page - 1L) * size;
    }
}
