package io.wubu.desk.web;

import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the interface names its server by path alone: it is kept, and read by others than who asked first. */
@Configuration(proxyBeanMethods = false)
class OwnDescription {

    @Bean
    ServerBaseUrlCustomizer ownServer(ServerProperties server) {
        var path = server.getServlet().getContextPath();
        return (address, request) -> path == null || path.isEmpty() ? "/" : path;
    }
}
