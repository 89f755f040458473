package io.wubu.access.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The list of our own routes and pages, own-routes.txt: the first line that fits decides; what fits none does not exist. */
@Component
public class OwnRoutes {

    private static final String ANYBODY = "anybody";

    private final List<OwnRoute> routes = new ArrayList<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    OwnRoutes() {
        this(read());
    }

    OwnRoutes(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::parse);
    }

    /** The line that decides about a path, if there is one. */
    Optional<OwnRoute> find(String method, String path) {
        var segments = RoutePath.split(path);
        var asked = method.equals("HEAD") ? "GET" : method;
        return routes.stream()
                .filter(route -> route.path().matches(asked, segments))
                .findFirst();
    }

    /** The line that decides about a request. */
    Optional<OwnRoute> find(HttpServletRequest request) {
        var path = request.getPathInfo();
        return find(request.getMethod(), path == null ? request.getServletPath() : request.getServletPath() + path);
    }

    /** Whether a request is open before signing in. */
    public boolean isOpen(HttpServletRequest request) {
        return find(request).filter(OwnRoute::isOpen).isPresent();
    }

    List<OwnRoute> all() {
        return routes;
    }

    private void parse(String line) {
        var parts = line.split("\\s+");
        if (parts.length != 4) {
            throw new IllegalArgumentException("roles, rows, methods and path expected: " + line);
        }
        if (parts[0].equals("let")) {
            names.put(parts[1], roles(parts[3]));
        } else {
            var roles = parts[0].equals(ANYBODY) ? Set.<String>of() : roles(parts[0]);
            var rows = Rows.valueOf(parts[1].toUpperCase(Locale.ROOT));
            routes.add(new OwnRoute(roles, rows, RoutePath.of(parts[2], parts[3])));
        }
    }

    private Set<String> roles(String list) {
        return Arrays.stream(list.split(","))
                .flatMap(name -> names.getOrDefault(name, Set.of(name)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String read() {
        try {
            return new ClassPathResource("own-routes.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
