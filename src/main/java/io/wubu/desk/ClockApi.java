package io.wubu.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.lawclock.LawClock;
import java.time.Instant;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server's present, by which pages count days, and whether it is that of a drill; open, since it names nobody. */
@RestController
@Tag(name = "时钟")
class ClockApi {

    private final LawClock clock;
    private final boolean drill;

    ClockApi(LawClock clock, Environment environment) {
        this.clock = clock;
        drill = environment.acceptsProfiles(Profiles.of("drill"));
    }

    /** The present. */
    record Present(Instant now, boolean drill) {}

    @Operation(summary = "服务器的现在", description = "无需登录。drill 为 true 时是演练的时刻。")
    @GetMapping("/api/clock")
    Present present() {
        return new Present(clock.now(), drill);
    }
}
