package io.wubu.flow.worklist;

import io.wubu.flow.engine.OwnManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Lets the engine read tasks through {@link WorklistTasks}, with statements of our own beside its. */
@Component
class WorklistPlugin extends AbstractProcessEnginePlugin {

    private static final ClassPathResource STATEMENTS = new ClassPathResource("io/wubu/flow/worklist/Worklist.xml");

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        OwnManager.put(engine, TaskManager.class, WorklistTasks::new);
        OwnManager.put(engine, AuthorizationManager.class, SharedGroups::new);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        var statements = engine.getSqlSessionFactory().getConfiguration();
        try (var text = STATEMENTS.getInputStream()) {
            new XMLMapperBuilder(text, statements, STATEMENTS.getPath(), statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
