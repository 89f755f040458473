package io.wubu.interviews;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A requirement made at the interview.
 *
 * @param problem the one problem it concerns; null for the region as a whole
 */
public record Requirement(int no, String text, LocalDate dueOn, @Nullable String problem, boolean fulfilled) {

    /** A requirement as it is made. */
    public static Requirement of(int no, String text, LocalDate dueOn, @Nullable String problem) {
        return new Requirement(no, text, dueOn, problem, false);
    }
}
