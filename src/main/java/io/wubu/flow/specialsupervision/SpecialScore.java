package io.wubu.flow.specialsupervision;

import io.wubu.flow.rules.Occasion;
import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.RuleResult;
import io.wubu.flow.rules.Rules;
import io.wubu.inspections.CityFigures;
import io.wubu.lawclock.LawClock;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The score of a nomination by its table: the sum of the rows. */
@Component
class SpecialScore {

    static final String RULE = "专项督察提名评分";

    private final Rules rules;
    private final LawClock clock;

    SpecialScore(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The score; what the ledger can't count comes from the nominating office.
     *
     * @param targetRatio share of the air target reached, 0 to 1; null where it is not known yet
     */
    BigDecimal foresee(CityFigures figures, int redSlips, @Nullable Double targetRatio) {
        return sum(rules.foresee(question(figures, redSlips, targetRatio)));
    }

    /** The score of a nomination that is handed in. */
    BigDecimal rule(CityFigures figures, int redSlips, @Nullable Double targetRatio, Occasion nomination) {
        return sum(rules.rule(question(figures, redSlips, targetRatio), nomination));
    }

    private Question question(CityFigures figures, int redSlips, @Nullable Double targetRatio) {
        return Question.of("specialScore", clock.today())
                .with("unrectified", figures.unrectified())
                .with("newProblems", figures.newProblems())
                .with("falseClaims", figures.falseClaims())
                .with("redSlips", redSlips)
                .with("targetRatio", targetRatio == null ? 1.0 : targetRatio)
                .with("failedInterviews", figures.failedInterviews());
    }

    private static BigDecimal sum(List<RuleResult> rows) {
        return rows.stream().map(row -> new BigDecimal(row.text("score"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
