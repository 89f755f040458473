package io.wubu.access.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Methods and path of a listed route.
 *
 * @param methods {@code *} is any
 * @param segments {@code {x}} is any one segment, a final {@code **} any rest
 */
public record RoutePath(Set<String> methods, List<String> segments) {

    static RoutePath of(String methods, String path) {
        return new RoutePath(Set.of(methods.split(",")), split(path));
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
