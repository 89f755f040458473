package io.wubu.slips;

/** How a chain of slips ended. */
public enum Outcome {
    ACCEPTED,
    EXHAUSTED,
    NOT_APPROVED,
    SETTLED
}
