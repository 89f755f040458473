package io.wubu;

import io.wubu.nodes.EndInTime;
import io.wubu.shared.ClockConfiguration;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Wubu 五步督察: engine, webapps, REST and the embedded database unless a real one is configured. */
@SpringBootApplication
public class WubuApplication {

    /**
     * Command-line arguments are Spring properties, for example {@code --server.port=9000}. Log lines and the engine's answers
     * tell Beijing time whatever the machine is set to; no stored date depends on it.
     */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone(ClockConfiguration.ZONE));
        var application = new SpringApplication(WubuApplication.class);
        application.addListeners(new EndInTime());
        application.run(arguments);
    }
}
