package io.wubu.limits;

/**
 * What a limit belongs to; one at a time runs per key.
 *
 * @param subject the number of the case
 * @param step the user task's id, or {@code rectification} for the date a problem is to be rectified by
 * @param lane what tells several limits of one step apart; empty if there is only one
 */
public record LimitKey(String subject, String step, String lane) {

    /** The step of the date a problem is to be rectified by (整改时限). */
    public static final String RECTIFICATION = "rectification";

    /** The one limit of a step. */
    public static LimitKey of(String subject, String step) {
        return new LimitKey(subject, step, "");
    }

    /** The date a problem is to be rectified by. */
    public static LimitKey rectification(String problem) {
        return of(problem, RECTIFICATION);
    }
}
