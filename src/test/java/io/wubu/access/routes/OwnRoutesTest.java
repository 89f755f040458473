package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.people.Role;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every mapping and page of ours is named in own-routes.txt, and nothing else is. */
class OwnRoutesTest {

    /** What others answer: the webapps' redirect, their icon, springdoc, actuator. OwnMappingsIT looks at those. */
    private static final Set<String> OF_OTHERS = Set.of(
            "GET /",
            "GET /favicon.ico",
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "GET /v3/api-docs/swagger-config",
            "GET /actuator/health",
            "GET /actuator/health/liveness",
            "GET /actuator/health/readiness");

    private static final Set<String> MAPPED = new TreeSet<>();

    private final OwnRoutes routes = new OwnRoutes();

    @BeforeAll
    static void findAllMappings() throws ClassNotFoundException {
        var drill = new StandardEnvironment();
        drill.setActiveProfiles("drill");
        var scanner = new ClassPathScanningCandidateComponentProvider(false, drill);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        for (var found : scanner.findCandidateComponents("io.wubu")) {
            var type = Class.forName(found.getBeanClassName());
            Arrays.stream(type.getDeclaredMethods()).forEach(method -> MAPPED.addAll(mappings(type, method)));
        }
    }

    @Test
    void everyMappingIsNamedByALineOfItsOwn() {
        assertThat(MAPPED).hasSizeGreaterThan(40);
        var listed = listed();
        assertThat(MAPPED).allSatisfy(mapping -> assertThat(listed).contains(mapping));
    }

    @Test
    void everyPageIsNamed() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(pages()).allSatisfy(page -> assertThat(listed()).contains("GET " + page));
    }

    @Test
    void everyLineNamesSomethingThatExists() throws IOException {
        var existing = new TreeSet<>(MAPPED);
        pages().forEach(page -> existing.add("GET " + page));
        existing.addAll(OF_OTHERS);
        assertThat(listed()).isSubsetOf(existing);
    }

    @Test
    void noLineIsHiddenByAnEarlierOne() {
        assertThat(routes.all()).allSatisfy(route -> {
            var path = String.join("/", route.path().segments());
            for (var method : route.path().methods()) {
                assertThat(routes.find(method, path)).hasValue(route);
            }
        });
    }

    /** A role that is not named may call nothing; a new one has to be thought about first. */
    @Test
    void everyRoleIsNamedAndEveryNameIsARole() {
        var known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        var named =
                routes.all().stream().flatMap(route -> route.roles().stream()).collect(Collectors.toSet());
        assertThat(named).isEqualTo(known);
    }

    @Test
    void whatIsOpenBeforeSigningInNamesNoCase() {
        assertThat(routes.all()).filteredOn(OwnRoute::isOpen).allSatisfy(route -> assertThat(route.rows())
                .isEqualTo(Rows.NONE));
    }

    @Test
    void strangePathsAndMethodsMatchNothing() {
        for (var path :
                List.of("/api/problems/", "/API/problems", "/api", "/api/", "/desk/", "/desk/x.js", "/nothing")) {
            assertThat(routes.find("GET", path)).as(path).isEmpty();
        }
        assertThat(routes.find("TRACE", "/api/problems")).isEmpty();
        assertThat(routes.find("POST", "/desk/ledger.html")).isEmpty();
        assertThatThrownBy(() -> new OwnRoutes("anybody GET /x")).isInstanceOf(IllegalArgumentException.class);
    }

    private Set<String> listed() {
        return routes.all().stream()
                .flatMap(route -> route.path().methods().stream()
                        .map(method ->
                                method + " " + String.join("/", route.path().segments())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pages() throws IOException {
        var found = new TreeSet<String>();
        for (var folder : List.of("static/**/*.*", "drill/*.*")) {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder)) {
                var address = file.getURL().toString();
                var page = address.contains("/static/")
                        ? address.substring(address.lastIndexOf("/static/") + 7)
                        : "/desk" + address.substring(address.lastIndexOf('/'));
                if (!address.contains(".jar!") && !page.startsWith("/error/")) {
                    found.add(page);
                }
            }
        }
        return found;
    }

    private static Set<String> mappings(Class<?> type, Method method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (own == null) {
            return Set.of();
        }
        var above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        var found = new LinkedHashSet<String>();
        for (var verb : own.method()) {
            for (var root : above == null ? new String[] {""} : above.path()) {
                paths(own).forEach(path -> found.add(verb + " " + root + path));
            }
        }
        return found;
    }

    private static Stream<String> paths(RequestMapping mapping) {
        return mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }
}
