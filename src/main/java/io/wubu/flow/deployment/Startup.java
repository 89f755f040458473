package io.wubu.flow.deployment;

import io.wubu.flow.directory.Directory;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the engine's content up to date before anything else uses it. */
@Component
class Startup {

    private final Deployer deployer;
    private final Directory directory;

    Startup(Deployer deployer, Directory directory) {
        this.deployer = deployer;
        this.directory = directory;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void prepare() throws IOException {
        deployer.deploy();
        directory.prepare();
    }
}
