package io.wubu.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of engine-routes.txt: who may call which method of which path.
 *
 * @param segments of the path below /camunda/api; {@code {x}} is any one segment, a final {@code **} any rest
 */
record EngineRoute(Set<Tier> tiers, Set<String> methods, List<String> segments) {

    static EngineRoute parse(String line) {
        var parts = line.strip().split("\\s+");
        if (parts.length != 3) {
            throw new IllegalArgumentException("tiers, methods and path expected: " + line);
        }
        var tiers = EnumSet.noneOf(Tier.class);
        Arrays.stream(parts[0].split(","))
                .map(name -> Tier.valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(tiers::add);
        return new EngineRoute(tiers, Set.of(parts[1].split(",")), split(parts[2]));
    }

    static List<String> split(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    boolean matches(String method, List<String> path) {
        if (!methods.contains("*") && !methods.contains(method)) {
            return false;
        }
        var open = segments.get(segments.size() - 1).equals("**");
        var fixed = open ? segments.size() - 1 : segments.size();
        if (open ? path.size() < fixed : path.size() != fixed) {
            return false;
        }
        for (var i = 0; i < fixed; i++) {
            if (!matches(segments.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String wanted, String given) {
        return wanted.startsWith("{") ? !given.isEmpty() : wanted.equals(given);
    }
}
