package io.wubu.flow.rules;

import io.wubu.flow.engine.AsSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The tables as they are deployed, the same the engine asks for business rule tasks; a version is read once. */
@Component
class DeployedTables implements Tables {

    private static final long HELD = TimeUnit.SECONDS.toNanos(5);

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final Map<String, Table> read = new ConcurrentHashMap<>();
    private final Map<String, Look> looked = new ConcurrentHashMap<>();

    DeployedTables(RepositoryService repository, AsSystem asSystem) {
        this.repository = repository;
        this.asSystem = asSystem;
    }

    @Override
    public Table latest(String key) {
        return asSystem.call(() -> {
            var definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("no such table is deployed: " + key);
            }
            return of(definition);
        });
    }

    @Override
    public Table lately(String key) {
        var now = System.nanoTime();
        var held = looked.get(key);
        if (held == null || now - held.at() > HELD) {
            held = new Look(latest(key), now);
            looked.put(key, held);
        }
        return held.table();
    }

    @Override
    public Table of(String definitionId) {
        return asSystem.call(() -> of(repository.getDecisionDefinition(definitionId)));
    }

    /** A table and when it was looked for, by the machine's clock. */
    private record Look(Table table, long at) {}

    private Table of(DecisionDefinition definition) {
        return read.computeIfAbsent(definition.getId(), id -> {
            try (var model = repository.getDecisionModel(id)) {
                return Table.read(id, definition.getVersion(), model.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
