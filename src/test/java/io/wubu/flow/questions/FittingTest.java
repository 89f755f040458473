package io.wubu.flow.questions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.QueryVariableValue;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.Test;

/** Conditions nobody could make anything of are refused before they are asked. */
class FittingTest {

    private static final QueryLimits LIMITS = new QueryLimits(10, 5, 200, 1000, 500, 5, 3, 100_000, 200);

    @Test
    void patternsEndInNoLoneBackslash() {
        passes(new TaskQueryImpl().taskNameLike("a\\\\"));
        passes(new TaskQueryImpl().taskNameLike("\\%a"));
        passes(new TaskQueryImpl().taskName("a\\"));
        isRefused(new TaskQueryImpl().taskNameLike("\\"), "反斜杠");
        isRefused(new TaskQueryImpl().taskDescriptionLike("%\\"), "反斜杠");
        isRefused(new TaskQueryImpl().taskNameLike("a\\\\\\"), "反斜杠");
        isRefused(new TaskQueryImpl().processVariableValueLike("v", "\\"), "反斜杠");
        isRefused(new TaskQueryImpl().or().taskNameLike("\\").endOr(), "反斜杠");
    }

    @Test
    void daysLieWithinTheReachOfCalendars() {
        passes(new TaskQueryImpl().dueAfter(day(1900)).dueBefore(day(2200)));
        for (var year : List.of(1, 1899, 2201, 9999, 9_999_999, 292_278_993)) {
            isRefused(new TaskQueryImpl().taskCreatedAfter(day(year)), "1900—2200");
            isRefused(new TaskQueryImpl().processVariableValueEquals("v", day(year)), "1900—2200");
        }
    }

    private static Date day(int year) {
        return Date.from(LocalDate.of(year, 6, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Test
    void variablesHaveNamesAndValuesThatCanBeComparedSo() throws Exception {
        passes(new TaskQueryImpl().processVariableValueGreaterThan("v", 1));
        passes(new TaskQueryImpl().processVariableValueEquals("v", null));
        passes(new TaskQueryImpl().processVariableValueEquals("v", true));
        for (var operator : List.of(QueryOperator.GREATER_THAN, QueryOperator.LESS_THAN_OR_EQUAL)) {
            isRefused(new QueryVariableValue("v", true, operator, true), "比较大小");
            isRefused(new QueryVariableValue("v", null, operator, true), "比较大小");
        }
        isRefused(new QueryVariableValue("v", 5, QueryOperator.LIKE, true), "模糊匹配");
        isRefused(new QueryVariableValue(null, 5, QueryOperator.EQUALS, true), "缺少变量名");
    }

    private static void passes(Object query) {
        assertThatCode(() -> QueryCost.check(query, LIMITS)).doesNotThrowAnyException();
    }

    private static void isRefused(Object query, String words) {
        assertThatThrownBy(() -> QueryCost.check(query, LIMITS))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining(words);
    }
}
