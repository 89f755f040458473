package io.wubu.access.routes;

/** How the rows of one of our own routes are limited; the limit itself is kept where the rows are read. */
public enum Rows {
    /** No case data: the clock, code tables, the calendar, pages. */
    NONE,
    /** What concerns the caller alone. */
    SELF,
    /** A list: the rows of the caller's region and below, and nothing that counts others. */
    REGION,
    /** One case by its number: a foreign one is answered like an unknown one. */
    CASE,
    /** One task by its id: a foreign one is answered like an unknown one. */
    TASK,
    /** Rounds: whoever may not call the route is not told that there is one. */
    ROUND
}
