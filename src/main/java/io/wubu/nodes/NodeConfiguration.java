package io.wubu.nodes;

import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Switches on what repeats by itself, and names the machine's clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NodeConfiguration {

    @Bean
    MachineClock machineClock() {
        return Instant::now;
    }
}
