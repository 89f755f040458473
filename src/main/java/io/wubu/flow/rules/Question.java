package io.wubu.flow.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a decision table is asked.
 *
 * @param table the key of its decision
 * @param inputs by the table's names of them; {@code onDay} is the day below as ISO text, which sorts as days do
 * @param day the day of the act, finding or step, which chooses among dated rows
 */
public record Question(String table, Map<String, Object> inputs, LocalDate day) {

    /** The input by which dated rows are chosen. */
    static final String ON_DAY = "onDay";

    /** A question without inputs yet. */
    public static Question of(String table, LocalDate day) {
        return new Question(table, Map.of(ON_DAY, day.toString()), day);
    }

    /** The same with one more input. */
    public Question with(String name, Object value) {
        var more = new LinkedHashMap<>(inputs);
        more.put(name, value);
        return new Question(table, more, day);
    }
}
