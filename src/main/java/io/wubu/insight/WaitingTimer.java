package io.wubu.insight;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A timer a case waits for.
 *
 * @param definition the model and its version
 * @param activity the event of the model, or the task it reminds of
 * @param ofTask a reminder or mark of a task, no event of the drawing
 * @param what the engine's own name of what fires
 * @param stopped its clock stands still (停表)
 * @param region of the instance it waits in
 * @param caseRegion of the case's newest instance
 * @param namedRoles roles a decision table named for this case
 * @param assigneeName the post the assignee acts under
 * @param post the candidate group of the task
 */
public record WaitingTimer(
        String number,
        String definition,
        String activity,
        boolean ofTask,
        String what,
        Instant at,
        boolean stopped,
        @Nullable String region,
        @Nullable String caseRegion,
        Map<String, String> namedRoles,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String post) {}
