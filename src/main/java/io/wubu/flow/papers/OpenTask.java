package io.wubu.flow.papers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open task as its paper sees it.
 *
 * @param step the user task's id in its model
 * @param number the business key: problem, letter, interview, special supervision or round
 * @param region the instance's region
 * @param variables the routing answers visible to the task
 */
public record OpenTask(
        String taskId,
        String process,
        String step,
        String name,
        String number,
        String region,
        Map<String, @Nullable Object> variables) {

    /** A routing answer as text; empty if there is none. */
    public String variable(String name) {
        var value = variables.get(name);
        return value == null ? "" : value.toString();
    }
}
