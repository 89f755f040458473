package io.wubu.flow.dates;

import io.wubu.flow.engine.StepNames;
import io.wubu.lawclock.LawClock;
import io.wubu.limits.LimitMoved;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes each change of a running limit into the case record: old, new, ground, by whom, and the sum in words. */
@Component
class LimitRecords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Records records;
    private final StepNames names;
    private final LawClock clock;

    LimitRecords(Records records, StepNames names, LawClock clock) {
        this.records = records;
        this.names = names;
        this.clock = clock;
    }

    @EventListener
    void moved(LimitMoved moved) {
        var content = new LinkedHashMap<String, Object>();
        content.put("期限", names.of(moved.after().key().step()));
        content.put("原时限", when(moved.before().dueAt()));
        content.put("现时限", when(moved.after().dueAt()) + (moved.after().provisional() ? "（暂定）" : ""));
        content.put("事由", moved.ground());
        content.put("计算", moved.sum());
        records.append(new Entry(
                moved.after().key().subject(),
                "limit" + moved.change().name(),
                moved.change().chinese(),
                moved.by(),
                clock.now(),
                null,
                null,
                content,
                moved.evidence(),
                null));
    }

    private static String when(Instant instant) {
        return WHEN.format(instant.atZone(ClockConfiguration.ZONE));
    }
}
