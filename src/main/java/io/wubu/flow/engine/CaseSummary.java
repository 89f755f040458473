package io.wubu.flow.engine;

import java.util.Map;

/** How a room introduces its cases to officers: the line on a task card and the summary on top of a form. */
public interface CaseSummary {

    /** Whether the number belongs to this room. */
    boolean knows(String number);

    /** One line: number, place, name. */
    String line(String number);

    /** Label and value pairs, in the order to be read. */
    Map<String, Object> facts(String number);
}
