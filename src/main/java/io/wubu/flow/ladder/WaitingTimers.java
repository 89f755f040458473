package io.wubu.flow.ladder;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.dates.LimitUses;
import io.wubu.flow.engine.StepNames;
import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.places.PostNames;
import io.wubu.insight.WaitingTimer;
import io.wubu.limits.RunningLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A timer a case waits for as a rung: what its model says will happen, to whom, by which rule. */
@Component
class WaitingTimers {

    private static final Map<String, String> REMINDERS = Map.of("_remindEarly", "early", "_remindLate", "late");

    private final LimitUses uses;
    private final TimerLabels labels;
    private final StepNames names;
    private final PostNames posts;
    private final Deadlines deadlines;

    WaitingTimers(LimitUses uses, TimerLabels labels, StepNames names, PostNames posts, Deadlines deadlines) {
        this.uses = uses;
        this.labels = labels;
        this.names = names;
        this.posts = posts;
        this.deadlines = deadlines;
    }

    /** The rung of a timer of a case whose limits these are. */
    Rung rung(WaitingTimer timer, List<RunningLimit> running) {
        var kind = timer.stopped() ? Kind.STOPPED : Kind.NEXT;
        var limit = limit(timer, running);
        var source = limit.map(RunningLimit::source).orElse("");
        var step = names.of(timer.activity());
        for (var reminder : REMINDERS.entrySet()) {
            if (timer.what().contains(timer.activity() + reminder.getKey())) {
                var rule = rule(reminder.getValue(), limit, timer.at());
                return new Rung(timer.at(), kind, "提醒：“" + step + "”将到期", officer(timer), rule, null);
            }
        }
        if (timer.what().contains(timer.activity() + "_markOverdue")) {
            return new Rung(timer.at(), kind, "“" + step + "”逾期", officer(timer), source, null);
        }
        var receivers =
                labels.receivers(timer).stream().map(posts::of).distinct().toList();
        var to = receivers.isEmpty() ? null : String.join("、", receivers);
        return new Rung(timer.at(), kind, labels.what(timer), to, source, null);
    }

    private Optional<RunningLimit> limit(WaitingTimer timer, List<RunningLimit> running) {
        var steps = uses.steps(timer.definition(), timer.activity());
        return running.stream()
                .filter(limit -> steps.contains(limit.key().step()))
                .findFirst();
    }

    private String rule(String reminder, Optional<RunningLimit> limit, Instant at) {
        return deadlines.reminderRule(
                reminder,
                limit.map(RunningLimit::startAt).orElse(at),
                limit.map(RunningLimit::dueAt).orElse(at));
    }

    private @Nullable String officer(WaitingTimer timer) {
        if (timer.assignee() == null) {
            return timer.post() == null ? null : posts.of(timer.post());
        }
        return timer.assigneeName() == null ? posts.of(timer.assignee()) : timer.assigneeName();
    }
}
