package io.wubu.flow.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Expressions see the named beans only, and no classes: {@code ${''.getClass()}} ends here. */
class ModelExpressions extends JuelExpressionManager {

    ModelExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new NoReflection());
        resolver.add(super.createElResolver());
        return resolver;
    }
}
