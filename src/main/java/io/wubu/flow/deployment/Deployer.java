package io.wubu.flow.deployment;

import io.wubu.flow.dates.Reminders;
import io.wubu.flow.engine.AsSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models, decision tables and forms as one deployment under stable names, so that a model and its forms always
 * travel together; unchanged files make no new deployment.
 */
@Component
class Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

    private final RepositoryService repository;
    private final AsSystem asSystem;

    Deployer(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    void deploy() throws IOException {
        var files = new TreeMap<String, byte[]>();
        collect(files, "bpmn/", "classpath:bpmn/**/*.bpmn");
        collect(files, "bpmn/", "classpath:bpmn/**/*.dmn");
        collect(files, "forms/", "classpath:forms/**/*.html");
        files.replaceAll((name, content) -> name.endsWith(".bpmn") ? Reminders.hangOn(content) : content);
        asSystem.run(() -> deploy(files));
        LOG.info("deployed {} models, tables and forms", files.size());
    }

    private void deploy(Map<String, byte[]> files) {
        var deployment =
                repository.createDeployment().name("wubu").source("wubu").enableDuplicateFiltering(false);
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    private static void collect(Map<String, byte[]> files, String root, String pattern) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            var address = file.getURL().toString();
            try (InputStream content = file.getInputStream()) {
                files.put(address.substring(address.lastIndexOf("/" + root) + 1), content.readAllBytes());
            }
        }
    }
}
