package io.wubu.access.doors;

import io.wubu.access.identity.SignedIn;
import io.wubu.accounts.Claim;
import io.wubu.accounts.Enrolment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the door says to an attempt.
 *
 * @param user if he is in
 * @param enrolment if he has to set up a second factor first
 * @param recoveryCodes told once, when he has just done so
 * @param news what was done to his account, which he has to have read
 */
record Answer(
        Step step,
        @Nullable SignedIn user,
        @Nullable Enrolment enrolment,
        List<String> recoveryCodes,
        List<Claim> news) {

    Answer(Step step, @Nullable SignedIn user, @Nullable Enrolment enrolment, List<String> recoveryCodes) {
        this(step, user, enrolment, recoveryCodes, List.of());
    }

    /** What comes next. */
    enum Step {
        REFUSED,
        CLAIM,
        NOTICE,
        NEW_PASSWORD,
        CODE,
        ENROL,
        IN
    }

    /** For the log. */
    @Override
    public String toString() {
        return "Answer[" + step + "]";
    }

    static Answer of(Step step) {
        return new Answer(step, null, null, List.of());
    }
}
