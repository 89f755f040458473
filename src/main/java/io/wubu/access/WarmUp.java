package io.wubu.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Asks the web applications once for what the first officer of the day would wait for: pages, scripts, plugins, the
 * engine's API. Cold, they take longer than the seven seconds after which a browser gives a module up.
 */
@Component
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final List<String> FIRST = List.of(
            "/camunda/app/tasklist/default/",
            "/camunda/lib/runtime.js",
            "/camunda/lib/deps.js",
            "/camunda/lib/globalize.js",
            "/camunda/lib/ngDefine.js",
            "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
            "/camunda/app/tasklist/camunda-tasklist-bootstrap.css",
            "/camunda/app/tasklist/locales/zh.json",
            "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/engine/engine/",
            "/camunda/app/welcome/default/",
            "/camunda/app/welcome/camunda-welcome-bootstrap.js",
            "/camunda/app/cockpit/default/",
            "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
            "/camunda/app/admin/default/",
            "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js");

    private final Environment environment;

    WarmUp(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(4) // once requests are answered (Opening)
    void begin() {
        var port = environment.getProperty("local.server.port");
        if (port == null || environment.getProperty("server.ssl.bundle") != null) {
            return;
        }
        var root = "http://localhost:" + port + environment.getProperty("server.servlet.context-path", "");
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var begun = System.nanoTime();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (var path : FIRST) {
            var request = HttpRequest.newBuilder(URI.create(root + path))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            last = last.thenCompose(before -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
        }
        last.whenComplete((done, failed) ->
                LOG.debug("web applications warmed up in {} ms", (System.nanoTime() - begun) / 1_000_000, failed));
    }
}
