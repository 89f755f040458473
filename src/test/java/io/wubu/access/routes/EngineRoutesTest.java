package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of the engine's REST classes and of the webapps is named in engine-routes.txt. */
class EngineRoutesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final TreeSet<String> ROUTES = new TreeSet<>();

    private final EngineRoutes routes = new EngineRoutes();

    @BeforeAll
    static void findAllRoutes() {
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        collect("/engine", new EngineRestApplication());
        collect("/cockpit", new CockpitApplication());
        collect("/admin", new AdminApplication());
        collect("/tasklist", new TasklistApplication());
        collect("/welcome", new WelcomeApplication());
    }

    @Test
    void everyRouteIsNamed() {
        assertThat(ROUTES)
                .hasSizeGreaterThan(500)
                .allSatisfy(route -> assertThat(line(route)).as(route).isPresent());
    }

    /** An open line must be meant for that very route, so that no wider one opens it by accident. */
    @Test
    void whatIsOpenIsOpenedByItsOwnLine() {
        assertThat(ROUTES).allSatisfy(route -> {
            var line = line(route).orElseThrow();
            if (!line.tiers().contains(Tier.DENY) && !line.tiers().contains(Tier.GONE)) {
                var shape =
                        line.segments().stream().map(EngineRoutesTest::shape).toList();
                var asked = EngineRoute.split(path(route)).stream()
                        .map(segment -> segment.equals("default") ? segment : shape(segment))
                        .toList();
                assertThat(shape).as(route).isEqualTo(asked);
            }
        });
    }

    @Test
    void noUserWritesCaseDataThroughTheEnginesApi() {
        var writing = ROUTES.stream()
                .filter(route -> Pattern.compile(
                                "^/engine/engine/.name./(task|process-instance|execution|message|signal|deployment)\\b")
                        .matcher(route)
                        .find())
                .filter(route -> route.endsWith(" PUT") || route.endsWith(" DELETE") || route.endsWith(" POST"))
                .filter(route -> !line(route).orElseThrow().tiers().contains(Tier.DENY))
                .map(route -> route.substring(route.indexOf("{name}/") + 7))
                .toList();
        assertThat(writing)
                .containsExactlyInAnyOrder(
                        "task POST",
                        "task/count POST",
                        "task/{id}/claim POST",
                        "task/{id}/unclaim POST",
                        "process-instance POST",
                        "process-instance/count POST",
                        "execution POST",
                        "execution/count POST");
    }

    @Test
    void strangePathsMatchNothing() {
        for (var path : List.of(
                "/engine/engine/default/TASK",
                "/engine/engine/default/task/",
                "/engine/engine/default/task/x/claim/",
                "/engine/engine/default//task",
                "/engine/engine/other/task",
                "/engine/engine/default/task.json",
                "/engine/engine/default",
                "",
                "/")) {
            assertThat(routes.find("GET", path)).as(path).isEmpty();
        }
    }

    private java.util.Optional<EngineRoute> line(String route) {
        return routes.find(route.substring(route.indexOf(' ') + 1), path(route));
    }

    private static String path(String route) {
        return route.substring(0, route.indexOf(' ')).replaceFirst("\\{(name|engine|processEngineName)}", "default");
    }

    private static String shape(String segment) {
        return PARAMETER.matcher(segment).replaceAll("{}");
    }

    private static void collect(String root, Application application) {
        for (var type : application.getClasses()) {
            var path = path(type);
            if (path != null) {
                walk(root + "/" + path, type, new ArrayDeque<>());
            }
        }
    }

    private static void walk(String base, Class<?> type, Deque<Class<?>> above) {
        if (above.contains(type)) {
            return;
        }
        above.push(type);
        for (var method : type.getMethods()) {
            String path = null;
            String verb = null;
            for (var declared : declarations(method)) {
                path = path(declared) == null ? path : path(declared);
                for (var annotation : declared.getAnnotations()) {
                    var http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    verb = http == null ? verb : http.value();
                }
            }
            if (verb != null) {
                ROUTES.add(clean(base + "/" + (path == null ? "" : path)) + " " + verb);
            } else if (path != null) {
                walk(base + "/" + path, method.getReturnType(), above);
            }
        }
        above.pop();
    }

    private static List<Method> declarations(Method method) {
        var found = new ArrayList<Method>();
        var open = new ArrayDeque<Class<?>>(List.of(method.getDeclaringClass()));
        while (!open.isEmpty()) {
            var type = open.pop();
            open.addAll(List.of(type.getInterfaces()));
            if (type.getSuperclass() != null) {
                open.add(type.getSuperclass());
            }
            for (var declared : type.getDeclaredMethods()) {
                if (declared.getName().equals(method.getName())
                        && List.of(declared.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                    found.add(declared);
                }
            }
        }
        return found;
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null ? null : path.value();
    }

    private static String clean(String path) {
        return path.replaceAll("\\{\\s*([\\w-]+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
