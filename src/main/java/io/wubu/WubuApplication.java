package io.wubu;

import io.wubu.nodes.EndInTime;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Wubu 五步督察: engine, webapps, REST and the embedded database unless a real one is configured. */
@SpringBootApplication
public class WubuApplication {

    /** Command-line arguments are Spring properties, for example {@code --server.port=9000}. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(WubuApplication.class);
        application.addListeners(new EndInTime());
        application.run(arguments);
    }
}
