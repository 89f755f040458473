package io.wubu.closure;

/** How objections against a notice were decided; the worst decides where the closure goes. */
public enum Ruling {
    /** Unfounded: the notice runs on. */
    DISMISSED,
    /** What was published had to be corrected: it is published again. */
    RESTART,
    /** The problem is not rectified: no closure. */
    UPHELD
}
