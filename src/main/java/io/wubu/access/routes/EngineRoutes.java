package io.wubu.access.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The list of the engine's routes, engine-routes.txt: the first line that fits decides; what fits none is denied. */
@Component
public class EngineRoutes {

    private final List<EngineRoute> routes;

    public EngineRoutes() {
        this(read());
    }

    public EngineRoutes(String text) {
        routes = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(EngineRoute::parse)
                .toList();
    }

    /** The line that decides about a path below /camunda/api, if there is one. */
    public Optional<EngineRoute> find(String method, String path) {
        var segments = EngineRoute.split(path);
        var asked = method.equals("HEAD") ? "GET" : method;
        return routes.stream().filter(route -> route.matches(asked, segments)).findFirst();
    }

    /** Whether a POST below /camunda/api is a query, which GET may ask as well, or opens or ends a session. */
    public boolean readsByPost(String path) {
        return find("POST", path)
                .filter(route ->
                        route.path().methods().contains("GET") || route.tiers().contains(Tier.OPEN))
                .isPresent();
    }

    List<EngineRoute> all() {
        return routes;
    }

    private static String read() {
        try {
            return new ClassPathResource("engine-routes.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
