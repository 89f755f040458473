package io.wubu.desk.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.desk.web.Bounds;
import io.wubu.desk.web.Lamps;
import io.wubu.flow.engine.TaskFace;
import io.wubu.flow.engine.Tasks;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.Unknown;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What task cards add to the engine's list: the case in one line, the deadline, days left and colour. */
@RestController
@Tag(name = "任务")
class Cards {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Tasks tasks;
    private final LawClock clock;
    private final Lamps lamps;

    Cards(Tasks tasks, LawClock clock, Lamps lamps) {
        this.tasks = tasks;
        this.clock = clock;
        this.lamps = lamps;
    }

    @Operation(summary = "任务卡片", description = "本人可见任务的案情、时限、剩余工作日和颜色；一次至多 50 个，没有 ids 即没有卡片。")
    @GetMapping("/api/cards")
    Map<String, Card> cards(@RequestParam(defaultValue = "") List<String> ids) {
        var cards = new LinkedHashMap<String, Card>();
        tasks.faces(Bounds.ids(ids)).forEach(task -> cards.put(task.id(), card(task)));
        return cards;
    }

    Card of(String id) {
        return tasks.faces(List.of(id)).stream()
                .findFirst()
                .map(this::card)
                .orElseThrow(() -> new Unknown("任务不存在或已办结"));
    }

    private Card card(TaskFace task) {
        var due = task.due();
        if (due == null) {
            return new Card(task.id(), task.name(), task.line(), task.assignee(), null, null, "none", false);
        }
        var provisional = clock.isProvisional(due);
        var text = WHEN.format(due.atZone(ClockConfiguration.ZONE)) + (provisional ? "（暂定）" : "");
        var lamp = lamps.of(due);
        return new Card(
                task.id(),
                task.name(),
                task.line(),
                task.assignee(),
                text,
                lamp.daysLeft(),
                lamp.colour(),
                provisional);
    }
}
