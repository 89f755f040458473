package io.wubu.evidence;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** {@code photos} on the health page: out of service while photos can't be kept; everything else goes on. */
@Component("photosHealthIndicator")
class PhotoHomeHealth implements HealthIndicator {

    private final PhotoHome home;

    PhotoHomeHealth(PhotoHome home) {
        this.home = home;
    }

    @Override
    public Health health() {
        var trouble = home.trouble();
        return trouble == null
                ? Health.up().withDetail("note", "照片目录正常").build()
                : Health.status(new Status(Status.OUT_OF_SERVICE.getCode(), trouble))
                        .withDetail("note", trouble)
                        .build();
    }
}
