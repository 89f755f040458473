package io.wubu.shared;

/** Who acts, and under which post; both go into the case record. */
public record Actor(String userId, String post) {

    /** Automatic steps: timers, decision tables, the draw of a sample. */
    public static final Actor SYSTEM = new Actor("system", "系统");
}
