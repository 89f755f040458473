package io.wubu.flow.engine;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/** Takes the engine's unconditional start of the job executor away; {@link JobSwitch} does it. */
@Component
class OwnJobStart implements BeanDefinitionRegistryPostProcessor {

    private static final String STOCK = "jobExecutorStartingEventListener";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(STOCK)) {
            registry.removeBeanDefinition(STOCK);
        }
    }
}
