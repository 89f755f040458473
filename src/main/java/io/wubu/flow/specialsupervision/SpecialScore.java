package io.wubu.flow.specialsupervision;

import io.wubu.flow.rules.Rules;
import io.wubu.inspections.CityFigures;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The score of a nomination by bpmn/rules/special-score.dmn (DMN-9). */
@Component
class SpecialScore {

    static final String RULE = "special-score.dmn（DMN-9）";

    private final Rules rules;

    SpecialScore(Rules rules) {
        this.rules = rules;
    }

    /**
     * The score; what the ledger can't count comes from the nominating office.
     *
     * @param targetRatio share of the air target reached, 0 to 1; null where it is not known yet
     */
    BigDecimal of(CityFigures figures, int redSlips, @Nullable Double targetRatio) {
        var inputs = Map.<String, Object>of(
                "unrectified", figures.unrectified(),
                "newProblems", figures.newProblems(),
                "falseClaims", figures.falseClaims(),
                "redSlips", redSlips,
                "targetRatio", targetRatio == null ? 1.0 : targetRatio,
                "failedInterviews", figures.failedInterviews());
        return rules.evaluate("special-score", inputs).stream()
                .findFirst()
                .map(sum -> new BigDecimal(sum.text("score")))
                .orElse(BigDecimal.ZERO);
    }
}
