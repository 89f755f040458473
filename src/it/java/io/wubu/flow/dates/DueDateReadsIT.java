package io.wubu.flow.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Statements;
import io.wubu.WubuTest;
import io.wubu.limits.LimitKey;
import io.wubu.limits.RunningLimits;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A date reads its problem once, or not at all where its limit runs already. */
class DueDateReadsIT extends WubuTest {

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private RunningLimits limits;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aLimitThatBeginsReadsTheProblemOnce() {
        var number = importedProblem(COUNTY, "散乱污");
        assertThat(reads(number, execution -> deadlines.of(execution, "draftPlan")))
                .isEqualTo(1);
        assertThat(reads(number, execution -> deadlines.after(execution, new Date(), "draftPlan")))
                .isEqualTo(1);
    }

    @Test
    void aLimitThatRunsReadsNone() {
        var number = importedProblem(COUNTY, "散乱污");
        assertThat(limits.find(LimitKey.of(number, "signIn"))).isPresent();
        assertThat(reads(number, execution -> deadlines.of(execution, "signIn")))
                .isZero();
    }

    @Test
    void theRectificationReadsItOnceEvenIfItHasNoDateYet() {
        var number = importedProblem(COUNTY, "散乱污");
        assertThat(reads(number, deadlines::rectification)).isEqualTo(1);
        jdbc.sql("update wubu.problem set due_at = null where number = :number")
                .param("number", number)
                .update();
        assertThat(reads(number, deadlines::rectification)).isEqualTo(1);
    }

    @Test
    void aNewDateReadsItOnce() {
        var number = importedProblem(COUNTY, "散乱污");
        assertThat(ofProblems(Statements.of(() -> deadlines.starting("rectify", number))))
                .isEqualTo(1);
    }

    /** How often a date reads the problem; what it begins is taken back. */
    private long reads(String number, Function<DelegateExecution, Date> date) {
        var sent = new ArrayList<String>();
        transactions.executeWithoutResult(work -> {
            asSystem.run(() -> {
                var instance = task(number, "signIn").getProcessInstanceId();
                var execution =
                        Context.getCommandContext().getExecutionManager().findExecutionById(instance);
                sent.addAll(
                        Statements.of(() -> assertThat(date.apply(execution)).isNotNull()));
            });
            work.setRollbackOnly();
        });
        return ofProblems(sent);
    }

    private static long ofProblems(List<String> statements) {
        return statements.stream()
                .filter(text -> text.contains("wubu.problem p"))
                .count();
    }
}
