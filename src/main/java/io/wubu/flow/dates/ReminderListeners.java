package io.wubu.flow.dates;

import io.wubu.notices.Notices;
import io.wubu.problems.Problems;
import io.wubu.shared.Actor;
import io.wubu.shared.ClockConfiguration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the reminder set does: tell the officer, mark the task overdue and tell his post, end its limit. */
@Configuration(proxyBeanMethods = false)
class ReminderListeners {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    @Bean
    TaskListener remindEarly(Notices notices) {
        return task -> tell(notices, task, "early", "REMINDER", "“%s”将于 %s 到期，请及时办理");
    }

    @Bean
    TaskListener remindLate(Notices notices) {
        return task -> tell(notices, task, "late", "REMINDER", "“%s”即将到期（%s），请抓紧办理");
    }

    @Bean
    TaskListener limitEnded(LimitFollower limits) {
        return limits::ended;
    }

    @Bean
    TaskListener markOverdue(Notices notices, Problems problems) {
        return task -> {
            tell(notices, task, "overdue", "OVERDUE", "“%s”已逾期（期限 %s）");
            task.setPriority(90);
            var number = task.getExecution().getProcessBusinessKey();
            if (problems.find(number).isPresent()) {
                problems.note(
                        number,
                        "overdue",
                        "逾期",
                        Actor.SYSTEM,
                        Map.of("事项", task.getName(), "期限", when(task)),
                        List.of());
            }
        };
    }

    private static void tell(Notices notices, DelegateTask task, String key, String kind, String text) {
        var audience = task.getAssignee() != null
                ? task.getAssignee()
                : task.getCandidates().stream()
                        .map(link -> link.getGroupId())
                        .findFirst()
                        .orElse("system");
        notices.tell(
                task.getId() + ":" + key,
                task.getExecution().getProcessBusinessKey(),
                audience,
                kind,
                text.formatted(task.getName(), when(task)));
    }

    private static String when(DelegateTask task) {
        var due = task.getDueDate();
        return due == null ? "未定" : WHEN.format(due.toInstant().atZone(ClockConfiguration.ZONE));
    }
}
