package io.wubu.access.routes;

import io.wubu.access.Browser;
import io.wubu.access.routes.Thing.Kind;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One account goes through every route with every thing, and writes down what it should not have been told. */
class Visit {

    private static final Pattern VARYING = Pattern.compile("\"(timestamp|instance|trace)\":\"[^\"]*\",?");

    private final String account;
    private final Role role;
    private final Sight sight;
    private final Browser browser;
    private final List<Thing> things;
    private final Map<String, String> unknown = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();
    private int pairs;
    private int seen;

    Visit(String account, Role role, Sight sight, Browser browser, List<Thing> things) {
        this.account = account;
        this.role = role;
        this.sight = sight;
        this.browser = browser;
        this.things = things;
    }

    List<String> leaks() {
        return leaks;
    }

    int pairs() {
        return pairs;
    }

    /** How many own things were really shown; a matrix that refuses everything proves nothing. */
    int seen() {
        return seen;
    }

    /** All tasks, as lists are asked for them. */
    String tasks() {
        return things.stream()
                .filter(thing -> thing.kind() == Kind.TASK)
                .map(Thing::id)
                .collect(Collectors.joining(","));
    }

    /** A route that takes no case: refused to other roles, and telling of no foreign row. */
    void plain(String method, String path, boolean allowed) {
        pairs++;
        var answer = call(method, path);
        if (!allowed) {
            refused(method, path, answer);
        } else if (answer.statusCode() == 401 || answer.statusCode() >= 500 && path.startsWith("/api")) {
            leak(method, path, answer, "fails");
        }
        things.stream()
                .filter(thing -> !sight.knows(thing) && tells(answer.body(), thing.id()))
                .forEach(thing -> leak(method, path, answer, "tells of " + thing));
    }

    /** A route that names a thing, asked for each thing of the kinds it may name. */
    void each(String method, String template, Set<Kind> kinds, boolean allowed) {
        var refused = new HashSet<String>();
        var own = new HashSet<String>();
        things.stream()
                .filter(thing -> kinds.contains(thing.kind()))
                // a role refused at the gate is refused whatever the id: one thing of each kind of each region will do
                .filter(thing -> allowed || refused.add(thing.kind() + thing.region()))
                // his own: one of each region shows that the route is not just closed
                .filter(thing -> !sight.sees(thing) || own.add(thing.region()))
                .forEach(thing -> named(method, template, thing, allowed));
    }

    private void named(String method, String template, Thing thing, boolean allowed) {
        var visible = template.endsWith("/print") ? sight.prints(thing) : sight.sees(thing);
        if (allowed && visible && !method.equals("GET")) {
            return; // his own work: whether he may is what the tests of the steps are about
        }
        pairs++;
        var path = template.replaceFirst("\\{[^}]*}", thing.id()).replaceAll("\\{[^}]*}", "1");
        var answer = call(method, path);
        if (!allowed) {
            refused(method, path, answer);
        } else if (visible) {
            seen += answer.statusCode() == 200 ? 1 : 0;
            if (answer.statusCode() == 401 || answer.statusCode() >= 500) {
                leak(method, path, answer, "fails");
            }
        } else {
            foreign(method, template, thing, path, answer);
        }
    }

    private void foreign(String method, String template, Thing thing, String path, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status != 403 && status != 404) {
            leak(method, path, answer, "answers for foreign " + thing);
            return;
        }
        var other = unknown.computeIfAbsent(method + template + thing.kind(), key -> {
            var id = thing.kind().unknown();
            var strange = call(method, template.replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", "1"));
            return plain(strange, id);
        });
        if (!plain(answer, thing.id()).equals(other)) {
            leak(method, path, answer, "differs from unknown " + other + " for " + thing);
        }
    }

    /** Whether a text names the id itself, not a longer one that begins like it. */
    private static boolean tells(String text, String id) {
        for (var at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
            var end = at + id.length();
            if (end == text.length() || text.charAt(end) != '-') {
                return true;
            }
        }
        return false;
    }

    private void refused(String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 403 && answer.statusCode() != 404) {
            leak(method, path, answer, "is not refused to " + role);
        }
    }

    private void leak(String method, String path, HttpResponse<String> answer, String what) {
        var body = answer.body().length() > 160 ? answer.body().substring(0, 160) : answer.body();
        leaks.add("%s %s %s -> %d %s: %s".formatted(account, method, path, answer.statusCode(), body, what));
    }

    private HttpResponse<String> call(String method, String path) {
        return method.equals("GET") || method.equals("DELETE") || method.equals("OPTIONS")
                ? browser.send(method, path, null)
                : browser.send(method, path, path.endsWith("/claim") ? "{\"userId\":\"" + account + "\"}" : "{}");
    }

    private static String plain(HttpResponse<String> answer, String id) {
        return answer.statusCode() + " "
                + VARYING.matcher(answer.body()).replaceAll("").replace(id, "?");
    }
}
