package io.wubu.access.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.routes.EngineRoutes;
import io.wubu.database.Work;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of work a request is, from method and path alone. */
class AskedTest {

    private final EngineRoutes routes = new EngineRoutes();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/problems, LISTS, true, true",
        "HEAD, /api/problems, LISTS, true, true",
        "GET, /v3/api-docs, LISTS, true, true",
        "GET, /camunda/app/tasklist/default/, LISTS, true, false",
        "POST, /camunda/api/engine/engine/default/task, LISTS, true, true",
        "POST, /camunda/api/engine/engine/default/filter/f1/list, LISTS, true, true",
        "OPTIONS, /camunda/api/engine/engine/default/filter, LISTS, true, true",
        "POST, /camunda/api/engine/engine/default/task/t1/claim, STEPS, false, true",
        "PUT, /camunda/api/engine/engine/default/job/j1/retries, STEPS, false, true",
        "POST, /camunda/api/engine/engine/default/no/such/route, STEPS, false, true",
        "POST, /api/tasks/t1/complete, STEPS, false, true",
        "DELETE, /api/accounts/a/lock, STEPS, false, true",
        "PUT, /api/calendar/days/2026-10-01, STEPS, false, true",
        "POST, /api/calendar/2027, LONG, false, true",
        "POST, /api/ledger/import, LONG, false, true",
        "GET, /api/audit/export, LONG, true, true",
        "POST, /api/audit/verification, LONG, true, true",
        "GET, /api/audit, LISTS, true, true",
        "POST, /api/sign-in, DOORS, false, true",
        "GET, /api/sign-in/oidc/callback, DOORS, true, true",
        "GET, /api/sign-ins, LISTS, true, true",
        "POST, /camunda/api/admin/auth/user/default/login/tasklist, DOORS, false, true",
        "GET, /camunda/api/admin/auth/user/default, LISTS, true, false",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js, LISTS, true, false",
        "GET, /desk/sign-in.html, DOORS, true, false",
        "GET, /, DOORS, true, false",
        "GET, /actuator/health, HEALTH, true, false",
    })
    void theKindIsToldFromMethodAndPath(String method, String path, Work work, boolean reading, boolean database) {
        assertThat(Asked.of(method, path, routes)).isEqualTo(new Asked(work, reading, database));
    }
}
