package io.wubu.flow.filters;

import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.TaskQuery;

/** The filters every officer finds in the Tasklist. Nothing about a reader or a day is stored in them. */
enum StandingFilter {
    MINE("我的待办", "已由本人认领", "#1565c0", 0) {
        @Override
        void complete(TaskQuery query, Authentication reader, Instant now) {
            query.taskAssignee(reader.getUserId());
        }
    },
    UNCLAIMED("待认领", "本岗位尚未认领", "#2e7d32", 1) {
        @Override
        void complete(TaskQuery query, Authentication reader, Instant now) {
            query.taskCandidateGroupIn(posts(reader)).taskUnassigned();
        }
    },
    DUE_TODAY("今日到期", "本岗位今天到期，含已认领", "#ef6c00", 2) {
        @Override
        void complete(TaskQuery query, Authentication reader, Instant now) {
            var tomorrow = now.atZone(ClockConfiguration.ZONE)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(ClockConfiguration.ZONE);
            query.taskCandidateGroupIn(posts(reader))
                    .includeAssignedTasks()
                    .dueAfter(Date.from(now))
                    .dueBefore(Date.from(tomorrow.toInstant()));
        }
    },
    OVERDUE("已逾期", "本岗位已过期限，含已认领", "#c62828", 3) {
        @Override
        void complete(TaskQuery query, Authentication reader, Instant now) {
            query.taskCandidateGroupIn(posts(reader)).includeAssignedTasks().dueBefore(Date.from(now));
        }
    };

    /** The property of a stored filter that says which of these it is. */
    static final String PROPERTY = "wubu";

    private static final List<String> NOBODY = List.of("-");

    private final String title;
    private final String description;
    private final String colour;
    private final int place;

    StandingFilter(String title, String description, String colour, int place) {
        this.title = title;
        this.description = description;
        this.colour = colour;
        this.place = place;
    }

    /** Adds to the empty stored query whose tasks are meant and until when. */
    abstract void complete(TaskQuery query, Authentication reader, Instant now);

    String title() {
        return title;
    }

    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(PROPERTY, name());
        properties.put("description", description);
        properties.put("color", colour);
        properties.put("priority", place);
        properties.put("refresh", this == UNCLAIMED);
        properties.put("showUndefinedVariable", false);
        return properties;
    }

    static Optional<StandingFilter> of(Map<String, Object> properties) {
        return properties.get(PROPERTY) instanceof String name
                ? Optional.of(StandingFilter.valueOf(name))
                : Optional.empty();
    }

    private static List<String> posts(Authentication reader) {
        var groups = reader.getGroupIds() == null
                ? NOBODY
                : reader.getGroupIds().stream().filter(id -> id.contains("@")).toList();
        return groups.isEmpty() ? NOBODY : groups;
    }
}
