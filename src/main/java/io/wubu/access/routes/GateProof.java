package io.wubu.access.routes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Attacks the application's own address once at every start, as a stranger would; if one attack is answered, the
 * application does not come up. What needs no HTTP is attacked by {@code flow.guard.GuardProof}.
 */
@Component
class GateProof {

    private static final Logger LOG = LoggerFactory.getLogger(GateProof.class);
    private static final Set<Integer> CLOSED = Set.of(400, 401, 403, 404);
    private static final String NESTED = "{\"orQueries\":[{\"dueAfterExpression\":\"${noSuchBean}\"}]}";

    private final Environment environment;

    GateProof(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(3) // once requests are answered (Opening)
    void prove() {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        if (environment.getProperty("server.ssl.bundle") != null
                || environment.getProperty("server.ssl.key-store") != null) {
            LOG.warn("TLS ends here: the gate is not attacked at start");
            return;
        }
        var host = environment.getProperty("server.address", "127.0.0.1");
        attack("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port
                + environment.getProperty("server.servlet.context-path", ""));
    }

    /** Tries every hole of the stock engine that opens to a stranger; {@link IllegalStateException} names an open one. */
    static void attack(String root) {
        var attacks = new LinkedHashMap<String, @Nullable String>();
        attacks.put("/camunda/api/admin/setup/default/user/create", "{}");
        attacks.put("/engine-rest/engine", null);
        attacks.put("/engine-rest/task", NESTED);
        attacks.put("/camunda/api/engine/engine/default/task", NESTED);
        attacks.put("/camunda/api/engine/engine/default/user", null);
        attacks.put("/camunda/api/engine/engine/default/telemetry/data", null);
        attacks.put("/camunda/api/engine/engine/default/identity/verify", "{}");
        attacks.put("/api/problems", null);
        attacks.put("/actuator/env", null);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        for (var attack : attacks.entrySet()) {
            var status = status(http, root + attack.getKey(), attack);
            if (!CLOSED.contains(status)) {
                throw new IllegalStateException("open: " + attack.getKey() + " answers " + status);
            }
        }
    }

    private static int status(HttpClient http, String address, Map.Entry<String, @Nullable String> attack) {
        var body = attack.getValue();
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        body == null ? "GET" : "POST",
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the gate can't be attacked at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
