package io.wubu.flow.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.shared.RuleBroken;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ExecutionQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every criterion of every question the engine and the Cockpit know is counted; each limit holds to the last one. */
class QueryCostTest {

    private static final QueryLimits LIMITS = new QueryLimits(10, 5, 200, 1000, 500, 5, 3, 100_000, 200);

    /** Text and lists a user has no way to fill, or that say again what another field says. */
    private static final Set<String> FILLED_BY_THE_ENGINE = Set.of(
            "ListQueryParameterObject.databaseType",
            "TaskQueryImpl.cachedCandidateGroups",
            "TaskQueryImpl.cachedUserGroups",
            "HistoricProcessInstanceQueryImpl.queryVariableNameToValuesMap",
            "AbstractQuery.validators");

    @Test
    void noFieldOfAnyQueryIsLeftOut() throws Exception {
        var uncounted = new HashSet<String>();
        var tried = 0;
        for (var type : queries()) {
            for (var field : fields(type)) {
                var query = made(type);
                var value = tooMuch(field.getType());
                if (value != null) {
                    tried++;
                    field.setAccessible(true);
                    field.set(query, value);
                    if (!isRefused(query)) {
                        uncounted.add(field.getDeclaringClass().getSimpleName() + "." + field.getName());
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
        assertThat(uncounted).isSubsetOf(FILLED_BY_THE_ENGINE);
    }

    @Test
    void conditionsOnVariablesAreCountedOverAllOrQueries() {
        passes(tasks(10, 0));
        passes(tasks(6, 2));
        isRefused(tasks(11, 0), "变量条件过多：11，至多 10");
        isRefused(tasks(7, 2), "变量条件过多：11，至多 10");
        var executions = new ExecutionQueryImpl();
        IntStream.range(0, 11).forEach(i -> executions.variableValueEquals("v" + i, i));
        isRefused(executions, "变量条件过多：11，至多 10");
    }

    @Test
    void orQueriesListsAndValuesAreCounted() {
        passes(tasks(0, 5));
        isRefused(tasks(0, 6), "“或”条件组过多：6，至多 5");
        passes(new TaskQueryImpl().taskIdIn(ids(200)));
        isRefused(new TaskQueryImpl().taskIdIn(ids(201)), "一个列表中的值过多：201，至多 200");
        var many = new TaskQueryImpl()
                .taskIdIn(ids(200))
                .processInstanceIdIn(ids(200))
                .processInstanceBusinessKeyIn(ids(200))
                .taskDefinitionKeyIn(ids(200))
                .activityInstanceIdIn(ids(190));
        passes(many);
        isRefused(many.tenantIdIn(ids(10)), "条件的值过多");
    }

    @Test
    void textsPatternsAndSortingsAreCounted() {
        passes(new TaskQueryImpl().taskName("x".repeat(500)));
        isRefused(new TaskQueryImpl().taskName("x".repeat(501)), "字符过多：501，至多 500");
        isRefused(new TaskQueryImpl().processVariableValueEquals("v", "x".repeat(501)), "字符过多：501");
        passes(new TaskQueryImpl().taskName("%%%%%%"));
        isRefused(new TaskQueryImpl().taskNameLike("%a%b%c%d%e%"), "通配符过多：6，至多 5");
        isRefused(new TaskQueryImpl().processVariableValueLike("v", "%a%b%c%d%e%"), "通配符过多：6");
        isRefused(new TaskQueryImpl().taskName("a\u0000"), "不能保存的字符");
        isRefused(new TaskQueryImpl().taskName("a\uD800b"), "不能保存的字符");
        var sorted = new TaskQueryImpl()
                .orderByTaskName()
                .asc()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc();
        passes(sorted);
        isRefused(sorted.orderByTaskPriority().asc(), "排序项过多：4，至多 3");
    }

    @Test
    void pagesAreNeitherLongNorFarNorBeforeTheFirst() {
        passes(page(100_000, 200));
        passes(page(0, Integer.MAX_VALUE)); // of the application itself
        isRefused(page(100_001, 200), "起始行过大：100,001，至多 100,000");
        isRefused(page(0, 201), "每页行数过大：201，至多 200");
        isRefused(page(-1, 200), "起始行不能小于 0");
    }

    private static TaskQueryImpl page(int first, int most) {
        var query = new TaskQueryImpl();
        query.setFirstResult(first);
        query.setMaxResults(most);
        return query;
    }

    /** With so many conditions on variables, and so many or-queries of two each. */
    private static TaskQueryImpl tasks(int variables, int orQueries) {
        var query = new TaskQueryImpl();
        IntStream.range(0, variables).forEach(i -> query.processVariableValueEquals("v" + i, i));
        for (var count = 0; count < orQueries; count++) {
            var nested = new TaskQueryImpl();
            nested.setOrQueryActive();
            nested.processVariableValueEquals("a", "x").taskVariableValueLike("b", "%x%");
            query.addOrQuery(orQueries > 2 ? new TaskQueryImpl() : nested);
        }
        return query;
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toArray(String[]::new);
    }

    private static void passes(Object query) {
        assertThatCode(() -> QueryCost.check(query, LIMITS)).doesNotThrowAnyException();
    }

    private static void isRefused(Object query, String words) {
        assertThatThrownBy(() -> QueryCost.check(query, LIMITS))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining(words);
    }

    private static boolean isRefused(Object query) {
        try {
            QueryCost.check(query, LIMITS);
            return false;
        } catch (RuleBroken refusal) {
            return true;
        }
    }

    private static Object tooMuch(Class<?> type) {
        if (type == String.class) {
            return "x".repeat(501);
        }
        if (type == String[].class) {
            return ids(201);
        }
        if (type == List.class || type == Collection.class) {
            return new ArrayList<>(List.of(ids(201)));
        }
        if (type == Set.class) {
            return new HashSet<>(List.of(ids(201)));
        }
        return type == Map.class ? Stream.of(ids(201)).collect(Collectors.toMap(id -> id, id -> id)) : null;
    }

    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> one = type; one.getName().startsWith("org.camunda"); one = one.getSuperclass()) {
            Stream.of(one.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(fields::add);
        }
        return fields;
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Stream.of(constructor.getParameterTypes()).noneMatch(Class::isPrimitive)) {
                constructor.setAccessible(true);
                try {
                    return constructor.newInstance(Stream.of(constructor.getParameterTypes())
                            .map(given -> given == MultivaluedMap.class ? new MultivaluedHashMap<>() : null)
                            .toArray());
                } catch (ReflectiveOperationException needsSomething) {
                    // another one may not
                }
            }
        }
        throw new IllegalStateException("can't be made: " + type);
    }

    /** The engine's, and those behind the Cockpit's routes. */
    private static List<Class<?>> queries() throws IOException, ClassNotFoundException {
        var found = new ArrayList<Class<?>>();
        for (var root :
                List.of("org/camunda/bpm/engine/impl/", "org/camunda/bpm/cockpit/impl/plugin/base/dto/query/")) {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**/*Query*.class")) {
                var address = file.getURL().toString();
                var name = address.substring(address.lastIndexOf(root), address.length() - 6);
                var type = Class.forName(name.replace('/', '.'), false, QueryCostTest.class.getClassLoader());
                if (ListQueryParameterObject.class.isAssignableFrom(type)
                        && !Modifier.isAbstract(type.getModifiers())) {
                    found.add(type);
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(40).anyMatch(type -> !AbstractQuery.class.isAssignableFrom(type));
        return found;
    }
}
