package io.wubu.traffic;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Puts the watch into the web server. */
@Component
class WatchedServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final SlowClients watch;
    private final Patience patience;
    private final Floods floods;

    WatchedServer(SlowClients watch, Patience patience, Floods floods) {
        this.watch = watch;
        this.patience = patience;
        this.floods = floods;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchedProtocol.class.getName());
        factory.addConnectorCustomizers(
                connector -> ((WatchedProtocol) connector.getProtocolHandler()).watched(watch, patience, floods));
        factory.addContextValves(new TooSlow());
    }

    /** Behind Spring Boot's own, which set how many threads there are. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
