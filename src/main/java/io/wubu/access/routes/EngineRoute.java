package io.wubu.access.routes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of engine-routes.txt: who may call which method of which path.
 *
 * @param path below /camunda/api
 */
public record EngineRoute(Set<Tier> tiers, RoutePath path) {

    static EngineRoute parse(String line) {
        var parts = line.strip().split("\\s+");
        if (parts.length != 3) {
            throw new IllegalArgumentException("tiers, methods and path expected: " + line);
        }
        var tiers = EnumSet.noneOf(Tier.class);
        Arrays.stream(parts[0].split(","))
                .map(name -> Tier.valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(tiers::add);
        return new EngineRoute(tiers, RoutePath.of(parts[1], parts[2]));
    }

    static List<String> split(String path) {
        return RoutePath.split(path);
    }

    List<String> segments() {
        return path.segments();
    }

    boolean matches(String method, List<String> asked) {
        return path.matches(method, asked);
    }
}
