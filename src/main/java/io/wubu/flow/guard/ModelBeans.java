package io.wubu.flow.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The beans an expression may name: delegates and listeners, and those beans of flow that a shipped model names, like
 * deadline and post. Every other bean, the data source above all, does not exist for expressions.
 */
class ModelBeans extends AbstractMap<Object, Object> {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w'])[a-z]\\w*");

    private final ListableBeanFactory beans;
    private volatile @Nullable Set<String> names;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && names().contains(text);
    }

    @Override
    public @Nullable Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> Map.entry((Object) name, beans.getBean(name)))
                .collect(Collectors.toSet());
    }

    private Set<String> names() {
        var known = names;
        if (known == null) {
            known = collect();
            names = known;
        }
        return known;
    }

    private Set<String> collect() {
        var found = new HashSet<String>();
        for (var type : new Class<?>[] {JavaDelegate.class, TaskListener.class, ExecutionListener.class}) {
            found.addAll(Set.of(beans.getBeanNamesForType(type, false, false)));
        }
        for (var name : named()) {
            var type = beans.containsBean(name) ? beans.getType(name) : null;
            if (type != null && type.getPackageName().startsWith("io.wubu.flow")) {
                found.add(name);
            }
        }
        return Set.copyOf(found);
    }

    /** Every word at the root of an expression in the shipped models; only those that are beans of flow count. */
    private static Set<String> named() {
        var words = new HashSet<String>();
        try {
            for (var model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
                EXPRESSION
                        .matcher(model.getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .forEach(expression ->
                                NAME.matcher(expression.group()).results().forEach(word -> words.add(word.group())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
