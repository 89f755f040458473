package io.wubu.flow.rules;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What a form or letter says of the law: cited as it was in force on the day of the act, from the table of bases. */
@Component
public class LegalBasis {

    /** A check on site is refused. */
    public static final String REFUSED_CHECK = "refusedCheck";

    /** The cases in which somebody is called to an interview. */
    public static final String INTERVIEW_REASON = "interviewReason";

    /** Whether an interview is held in public. */
    public static final String INTERVIEW_OPENNESS = "interviewOpenness";

    private final Rules rules;

    LegalBasis(Rules rules) {
        this.rules = rules;
    }

    /** For a form that is not handed in yet. */
    public String foresee(String matter, LocalDate day) {
        return rules.foreseeOne(question(matter, day)).source();
    }

    /** For what is handed in: cited as it stays in the record. */
    public String rule(String matter, LocalDate day, Occasion occasion) {
        return rules.ruleOne(question(matter, day), occasion).source();
    }

    private static Question question(String matter, LocalDate day) {
        return Question.of("legalBasis", day).with("matter", matter);
    }
}
