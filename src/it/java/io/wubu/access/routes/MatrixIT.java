package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.access.routes.Thing.Kind;
import io.wubu.people.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * T40, T41: every role calls every route for things of its own region, the next county, the next city and another
 * province. What is expected comes from the two lists of routes and from {@link Sight}, not from the code under test.
 */
class MatrixIT extends MatrixGround {

    private static final Set<Kind> CASES = EnumSet.range(Kind.PROBLEM, Kind.TEAM);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.LETTER, Kind.LETTER_DRAFT);

    /** What the first parameter of a route names, by the beginning of its path. */
    private static final Map<String, Set<Kind>> NAMED = named();

    @LocalServerPort
    private int port;

    private String filter = "";

    @Autowired
    private OwnRoutes own;

    @Autowired
    private EngineRoutes engines;

    @Test
    void noRouteTellsAnyRoleOfAForeignCase() throws Exception {
        prepareEverything();
        filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("待认领")
                .singleResult()
                .getId();
        var visits = new ArrayList<Callable<Visit>>();
        for (var role : Role.values()) {
            var account = account(role, home(role));
            visits.add(() -> visit(role, account));
        }
        var pool = Executors.newFixedThreadPool(4);
        var done = new ArrayList<Visit>();
        try {
            for (var visit : pool.invokeAll(visits)) {
                done.add(visit.get());
            }
        } finally {
            pool.shutdown();
            endEverything();
        }
        var leaks = done.stream().flatMap(visit -> visit.leaks().stream()).toList();
        System.out.printf(
                "matrix: %d roles, %d things, %d pairs, %d own things shown, %d leaks%n",
                done.size(),
                things.size(),
                done.stream().mapToInt(Visit::pairs).sum(),
                done.stream().mapToInt(Visit::seen).sum(),
                leaks.size());
        assertThat(leaks.stream().limit(50)).isEmpty();
        assertThat(done.stream().mapToInt(Visit::pairs).sum()).isGreaterThan(10_000);
        assertThat(done.stream().mapToInt(Visit::seen).sum()).isGreaterThan(500);
    }

    private Visit visit(Role role, String account) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, PASSWORD).step()).isEqualTo("IN");
        var apps = apps(role);
        var visit = new Visit(account, role, new Sight(jdbc, role, home(role)), browser, things);
        for (var route : own.all()) {
            var path = String.join("/", route.path().segments());
            if (path.startsWith("/api/sign-") || path.startsWith("/api/audit") && role == Role.AUDITOR) {
                continue; // would end the visit; the audit log names every case, and its reader may know
            }
            var allowed = route.isOpen() || route.roles().contains(role.name());
            route.path().methods().forEach(method -> ask(visit, method, path, allowed));
        }
        for (var route : engines.all()) {
            var path = "/camunda/api" + String.join("/", route.segments());
            if (isAsked(route, path)) {
                var allowed = route.tiers().stream().anyMatch(tier -> tier.includes(apps));
                route.path().methods().forEach(method -> ask(visit, method, path, allowed));
            }
        }
        return visit;
    }

    private static Set<String> apps(Role role) {
        return switch (role) {
            case SECURITY_ADMIN -> Set.of();
            case MINISTRY_ADMIN -> Set.of("admin");
            case MINISTRY_SUPERVISION_OFFICE -> Set.of("tasklist", "cockpit");
            default -> Set.of("tasklist");
        };
    }

    private void ask(Visit visit, String method, String path, boolean allowed) {
        var kinds = NAMED.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()) && path.contains("{"))
                .findFirst();
        if (kinds.isPresent()) {
            visit.each(method, path, kinds.get().getValue(), allowed);
        } else {
            var lists = path.endsWith("/cards") || path.endsWith("/next") ? "?ids=" + visit.tasks() : "";
            var named = path.contains("/filter/") ? filter : "nobody";
            visit.plain(method, path.replaceAll("\\{[^}]*}", named) + lists, allowed);
        }
    }

    /** Signing in and out is not asked; what is denied to all is asked once, by its own name. */
    private static boolean isAsked(EngineRoute route, String path) {
        return !path.contains("/auth/")
                && !path.endsWith("**")
                && !path.endsWith("/credentials")
                && !route.path().methods().contains("*");
    }

    private static String home(Role role) {
        return switch (role.level()) {
            case "ministry" -> MINISTRY;
            case "province" -> "130000";
            case "city" -> "130200";
            default -> COUNTIES.get(0);
        };
    }

    private static Map<String, Set<Kind>> named() {
        var engine = "/camunda/api/engine/engine/default";
        var named = new LinkedHashMap<String, Set<Kind>>();
        named.put("/api/problems/", EnumSet.of(Kind.PROBLEM));
        named.put("/api/slips/", EnumSet.of(Kind.SLIP));
        named.put("/api/letters/", LETTERS);
        named.put("/api/records/", CASES);
        named.put("/api/cases/", CASES);
        named.put("/api/instances/", EnumSet.of(Kind.INSTANCE));
        named.put("/api/evidence/", EnumSet.of(Kind.PHOTO));
        named.put("/api/tasks/", EnumSet.of(Kind.TASK));
        named.put(engine + "/task/", EnumSet.of(Kind.TASK));
        named.put(engine + "/process-instance/", EnumSet.of(Kind.INSTANCE));
        named.put("/camunda/api/cockpit/plugin/base/default/process-instance/", EnumSet.of(Kind.INSTANCE));
        named.put(engine + "/job/", EnumSet.of(Kind.JOB));
        return named;
    }
}
