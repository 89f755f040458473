package io.wubu.desk.cases;

import io.wubu.desk.web.Lamps;
import io.wubu.flow.engine.TaskLook;
import io.wubu.flow.engine.Tasks;
import io.wubu.flow.places.PostNames;
import io.wubu.inspections.InspectionState;
import io.wubu.interviews.InterviewState;
import io.wubu.problems.Problem;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.regions.Regions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries and current tasks of a case, in the words its readers know. */
@Component
public class CaseFiles {

    private static final Map<String, String> PROBLEM = names(State.values(), State::chinese);

    /** The states of the other kinds of cases, by the beginning of their numbers. */
    private static final Map<String, Map<String, String>> STATES = Map.of(
            "IV", names(InterviewState.values(), InterviewState::chinese),
            "SI", names(InspectionState.values(), InspectionState::chinese));

    private final Records records;
    private final Tasks tasks;
    private final Regions regions;
    private final PostNames posts;
    private final Lamps lamps;

    CaseFiles(Records records, Tasks tasks, Regions regions, PostNames posts, Lamps lamps) {
        this.records = records;
        this.tasks = tasks;
        this.regions = regions;
        this.posts = posts;
        this.lamps = lamps;
    }

    /** An entry of the record. */
    public record EntryLine(
            String step,
            String label,
            String by,
            String post,
            Instant at,
            @Nullable String from,
            @Nullable String fromName,
            @Nullable String to,
            @Nullable String toName,
            Map<String, Object> content,
            List<UUID> photos,
            @Nullable String rule) {}

    /**
     * A current task.
     *
     * @param post who is to claim it, in Chinese
     * @param assigneeName the post of the account that claimed it
     */
    public record TaskLine(
            String id,
            String step,
            String name,
            @Nullable String post,
            @Nullable String assignee,
            @Nullable String assigneeName,
            @Nullable Instant due,
            boolean overdue,
            @Nullable Integer daysLeft,
            String colour) {}

    public List<EntryLine> entries(String number) {
        return records.read(number).stream().map(CaseFiles::line).toList();
    }

    public List<TaskLine> tasks(String number) {
        return tasks.ofCase(number).stream().map(this::line).toList();
    }

    public String regionName(String code) {
        return regions.get(code).fullName();
    }

    public boolean isOverdue(Problem problem) {
        return lamp(problem).colour().equals("red");
    }

    /** The lamp of a problem's own deadline, out while the rectification clock stands. */
    public Lamps.Lamp lamp(Problem problem) {
        return lamps.of(problem.state().isRectifying() ? problem.dueAt() : null, problem.has(Problem.OVERDUE));
    }

    private static EntryLine line(Entry entry) {
        return new EntryLine(
                entry.step(),
                entry.label(),
                entry.by().userId(),
                entry.by().post(),
                entry.at(),
                entry.from(),
                stateName(entry.subject(), entry.from()),
                entry.to(),
                stateName(entry.subject(), entry.to()),
                entry.content(),
                entry.photos(),
                entry.ruleVersion());
    }

    private TaskLine line(TaskLook task) {
        var due = task.due();
        var assignee = task.assignee() == null ? null : posts.of(task.assignee());
        var lamp = lamps.of(due);
        return new TaskLine(
                task.id(),
                task.step(),
                task.name(),
                task.group() == null ? null : posts.of(task.group()),
                task.assignee(),
                assignee,
                due,
                lamp.colour().equals("red"),
                lamp.daysLeft(),
                lamp.colour());
    }

    private static @Nullable String stateName(String subject, @Nullable String state) {
        return state == null
                ? null
                : STATES.getOrDefault(kind(subject), PROBLEM).getOrDefault(state, state);
    }

    private static String kind(String subject) {
        return subject.length() < 2 ? subject : subject.substring(0, 2);
    }

    private static <E extends Enum<E>> Map<String, String> names(E[] states, Function<E, String> chinese) {
        return Arrays.stream(states).collect(Collectors.toMap(Enum::name, chinese));
    }
}
