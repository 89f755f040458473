package io.wubu.flow.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T96: with a guard taken away, the proof fails and with it the start. */
class GuardProofIT extends WubuTest {

    @Autowired
    private DataSource database;

    @Test
    void theGuardedEngineStandsEveryAttack() {
        assertThatCode(() -> new GuardProof(engine).prove()).doesNotThrowAnyException();
        assertThat(engine.getIdentityService().getCurrentAuthentication()).isNull();
        assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(4);
    }

    @Test
    void anUnguardedEngineDoesNotStart() {
        with(List.of(), unguarded -> assertThatThrownBy(() -> new GuardProof(unguarded).prove())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nested expressions in queries"));
    }

    @Test
    void anEngineThatOnlyRefusesExpressionsDoesNotStart() {
        var expressions = new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                for (var field : List.of("extendingQuery", "filter")) {
                    if (has(command, field)) {
                        var hidden = Hidden.read(command, field);
                        NoExpressions.check(
                                hidden instanceof org.camunda.bpm.engine.filter.Filter filter
                                        ? filter.getQuery()
                                        : hidden);
                    }
                }
                NoExpressions.check(command);
                return next.execute(command);
            }
        };
        with(List.of(expressions), half -> assertThatThrownBy(() -> new GuardProof(half).prove())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("variables on completion"));
    }

    private static boolean has(Object command, String field) {
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (var declared : type.getDeclaredFields()) {
                if (declared.getName().equals(field)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void with(List<CommandInterceptor> guards, java.util.function.Consumer<ProcessEngine> test) {
        var other = new StandaloneProcessEngineConfiguration();
        other.setProcessEngineName("unguarded");
        other.setDataSource(database);
        other.setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_FALSE);
        other.setJobExecutorActivate(false);
        other.setHistory("full");
        other.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(guards));
        var built = other.buildProcessEngine();
        try {
            test.accept(built);
        } finally {
            built.close();
        }
    }
}
