package io.wubu.flow.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.limits.RunningLimits;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the fast way of moving dates works out is what the engine works out by evaluating the model. */
class DatedRowsIT extends WubuTest {

    @Autowired
    private DatedRows rows;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private LimitUses uses;

    @Autowired
    private RunningLimits limits;

    @Autowired
    private JdbcTemplate template;

    @Test
    void plainFormulasGiveTheDatesTheEngineGives() {
        var compared = 0;
        for (var step :
                List.of("signIn", "split", "claimByCounty", "draftPlan", "approvePlan", "rectify", "reportDone")) {
            var number = importedProblem(COUNTY, "VOCs治理");
            new AssignSteps(this).until(number, step);
            clock.advance(Duration.ofHours(5));
            for (var row : rows.of(Set.of(number))) {
                if (!row.isTask()) {
                    asSystem.run(() -> engine.getManagementService().recalculateJobDuedate(row.id(), false));
                }
                compared += agrees(row);
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    /** Whether the row's date in the engine is that of its formula; 0 if it has none. */
    private int agrees(DatedRow row) {
        var formula = uses.formula(row.definitionId(), row.element());
        if (formula.isEmpty()) {
            return 0;
        }
        var limit = limits.of(row.subject()).stream()
                .filter(open -> open.key().step().equals(formula.get().step()))
                .findFirst()
                .orElseThrow();
        assertThat(date(row)).as(row.toString()).isEqualTo(deadlines.at(formula.get(), limit));
        return 1;
    }

    private Instant date(DatedRow row) {
        var sql = row.isTask()
                ? "select due_date_ from act_ru_task where id_ = ?"
                : "select duedate_ from act_ru_job where id_ = ?";
        return template.queryForObject(sql, Timestamp.class, row.id()).toInstant();
    }
}
