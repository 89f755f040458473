package io.wubu.access.front;

import io.wubu.access.routes.EngineRoutes;
import io.wubu.database.Pulse;
import io.wubu.database.Stays;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Hangs the door to the database behind the trace and the limits on bodies, before sessions are read. */
@Configuration(proxyBeanMethods = false)
class DatabaseDoorConfiguration {

    @Bean
    FilterRegistrationBean<DatabaseDoor> databaseDoor(EngineRoutes routes, Pulse pulse, Stays stays) {
        var registration = new FilterRegistrationBean<>(new DatabaseDoor(routes, pulse, stays));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10); // Spring Session's is 50
        return registration;
    }

    /** For what the server refuses by itself. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrors.class.getName());
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientLook() {
        return server -> server.addEngineValves(new ClientLook());
    }
}
