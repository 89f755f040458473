package io.wubu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.audit.chain.AuditTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.junit.jupiter.api.Test;

/** T94: cases and audit rows stay; nothing here takes them away, and the application couldn't. */
class AuditRetentionIT extends AuditTest {

    /** A hundred years: accountability ends with nobody's term of office (终身追究). */
    private static final int DAYS = 36_500;

    private static final Pattern TAKES_AWAY =
            Pattern.compile("(?i)(delete\\s+from|truncate(\\s+table)?|update)\\s+(wubu\\.)?audit_event\\b(?!\\s+e\\b)");

    @Test
    void theEngineCleansNothingUp() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.isHistoryCleanupEnabled()).isFalse();
        assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isNull();
        assertThat(configuration.isEnforceHistoryTimeToLive())
                .as("a model that says nothing is not deployed")
                .isTrue();
        assertThat(engine.getHistoryService().findHistoryCleanupJobs()).isEmpty();
        var definitions = Stream.of(
                        engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .list(),
                        engine.getRepositoryService()
                                .createDecisionDefinitionQuery()
                                .list())
                .flatMap(List::stream)
                .toList();
        assertThat(definitions).hasSizeGreaterThan(10).allSatisfy(definition -> assertThat(timeToLive(definition))
                .as(definition.getKey())
                .isGreaterThanOrEqualTo(DAYS));
    }

    /** 179 and 181 days after its end, the law's limit for logs, a case and its rows are there. */
    @Test
    void aCaseThatEndedHalfAYearAgoIsThere() {
        var number = importedProblem(COUNTY, "散乱污");
        endAll(number);
        var events = rows().size();
        clock.advance(Duration.ofDays(179));
        assertThat(history(number)).isPositive();
        clock.advance(Duration.ofDays(2));
        var before = history(number);
        assertThatThrownBy(() -> asSystem.run(() -> engine.getHistoryService().cleanUpHistoryAsync(true)))
                .hasMessageContaining("History cleanup is disabled");
        assertThat(history(number)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from wubu.record_entry where subject = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(events);
    }

    @Test
    void theApplicationMayNotTakeRowsAway() {
        for (var right : List.of("delete", "update", "truncate", "trigger", "references")) {
            assertThat(jdbc.sql("select has_table_privilege(current_user, 'wubu.audit_event', :right)")
                            .param("right", right)
                            .query(Boolean.class)
                            .single())
                    .as(right)
                    .isFalse();
        }
        assertThat(jdbc.sql("select tableowner <> current_user and not rolsuper from pg_tables, pg_roles"
                                + " where tablename = 'audit_event' and rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The one update is that of the chaining function (alias e), which numbers rows that have none. */
    @Test
    void noStatementOfOursTakesRowsAway() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            var sources = files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml)"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(100);
            for (var file : sources) {
                assertThat(TAKES_AWAY.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
        assertThat(TAKES_AWAY
                        .matcher("delete from wubu.audit_event where at < now()")
                        .find())
                .isTrue();
    }

    private long history(String number) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private static Integer timeToLive(ResourceDefinition definition) {
        return definition instanceof ProcessDefinition process
                ? process.getHistoryTimeToLive()
                : ((DecisionDefinition) definition).getHistoryTimeToLive();
    }
}
