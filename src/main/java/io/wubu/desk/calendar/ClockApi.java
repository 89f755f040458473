package io.wubu.desk.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.access.doors.Waiver;
import io.wubu.lawclock.LawClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server's present, by which pages count days, and whether it is that of a drill or a sample; open, since it names nobody. */
@RestController
@Tag(name = "时钟")
class ClockApi {

    private final LawClock clock;
    private final ObjectProvider<Waiver> waiver;
    private final boolean drill;

    ClockApi(LawClock clock, ObjectProvider<Waiver> waiver, Environment environment) {
        this.clock = clock;
        this.waiver = waiver;
        drill = environment.acceptsProfiles(Profiles.of("drill"));
    }

    /** The present; sample is told only where it is so. */
    record Present(Instant now, boolean drill, @Nullable Boolean sample) {}

    @Operation(summary = "服务器的现在", description = "无需登录。drill 为 true 时是演练的时刻；sample 为 true 时是示例系统。")
    @GetMapping("/api/clock")
    Present present() {
        var sample = waiver.stream().anyMatch(Waiver::isSample);
        return new Present(clock.now(), drill, sample ? true : null);
    }
}
