package io.wubu.access.front;

import io.wubu.access.routes.EngineRoutes;
import io.wubu.access.routes.Tier;
import io.wubu.database.Work;
import java.util.Set;

/**
 * What a request asks for, told from its method and path alone, before anything is read.
 *
 * @param reading whether nothing is lost if it is stopped
 * @param database whether it can't be answered without the database
 */
record Asked(Work work, boolean reading, boolean database) {

    private static final String ENGINE = "/camunda/api";
    private static final String LOGIN = ENGINE + "/admin/auth/user/default/login/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> CHECKED = Set.of("/api/audit/verification", "/api/audit/export");
    private static final Set<String> DOORS = Set.of("/api/sign-in", "/api/sign-out", "/api/setup", "/api/clock");

    /** @param path decoded once, without the context's */
    static Asked of(String method, String path, EngineRoutes engine) {
        var reads = READING.contains(method);
        if (isBelow(path, "/actuator")) {
            return new Asked(Work.HEALTH, true, false);
        }
        if (isBelow(path, ENGINE)) {
            return engine(method, path, engine);
        }
        if (isBelow(path, "/camunda")) {
            return new Asked(Work.LISTS, true, false);
        }
        if (DOORS.contains(path) || path.startsWith("/api/sign-in/")) {
            return new Asked(Work.DOORS, reads, true);
        }
        if (CHECKED.contains(path)) {
            return new Asked(Work.LONG, true, true);
        }
        if (path.equals("/api/ledger/import") || (method.equals("POST") && path.startsWith("/api/calendar/"))) {
            return new Asked(Work.LONG, false, true);
        }
        if (isBelow(path, "/api") || isBelow(path, "/v3")) {
            return new Asked(reads ? Work.LISTS : Work.STEPS, reads, true);
        }
        return new Asked(Work.DOORS, true, false);
    }

    /** The engine's queries may come as POST; the list of routes names these together with GET. */
    private static Asked engine(String method, String path, EngineRoutes routes) {
        if (path.startsWith(LOGIN)) {
            return new Asked(Work.DOORS, READING.contains(method), true);
        }
        var route = routes.find(method, path.substring(ENGINE.length()));
        var open = route.filter(line -> line.tiers().contains(Tier.OPEN)).isPresent();
        var reads = READING.contains(method)
                || route.filter(line -> line.path().methods().contains("GET")).isPresent();
        return new Asked(reads ? Work.LISTS : Work.STEPS, reads, !open);
    }

    private static boolean isBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
