package io.wubu.access.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which of our own pages are of use to a role: those whose first request own-routes.txt lets it make. */
@Component
public class OwnPages {

    /** Each page with the request without which it would be empty, in the order of the header. */
    private static final Map<String, String> PAGES = pages();

    private final OwnRoutes routes;

    OwnPages(OwnRoutes routes) {
        this.routes = routes;
    }

    /** The pages' names in the order of the header: tasks, ledger, report, import, rounds, accounts, claims, audit, calendar. */
    public List<String> of(String role) {
        return PAGES.entrySet().stream()
                .filter(page -> isOpen(page.getValue(), role))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isOpen(String request, String role) {
        var parts = request.split(" ");
        return routes.find(parts[0], parts[1])
                .filter(route -> route.isOpen() || route.roles().contains(role))
                .isPresent();
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("tasks", "GET /api/cards");
        pages.put("ledger", "GET /api/problems");
        pages.put("report", "POST /api/findings");
        pages.put("import", "POST /api/ledger/import");
        pages.put("rounds", "GET /api/rounds");
        pages.put("accounts", "GET /api/accounts");
        pages.put("claims", "GET /api/claims");
        pages.put("audit", "GET /api/audit");
        pages.put("calendar", "GET /api/calendar");
        return pages;
    }
}
