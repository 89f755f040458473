package io.wubu.flow.fivestep;

import io.wubu.problems.CountyFigures;
import io.wubu.problems.Problems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${slowness…}}: the figures of the problem's county that the interview table asks for. */
@Component("slowness")
public class Slowness {

    private final Problems problems;

    Slowness(Problems problems) {
        this.problems = problems;
    }

    /** The county's figures as they stand now. */
    public CountyFigures of(DelegateExecution execution) {
        return problems.figuresOfCounty(execution.getProcessBusinessKey());
    }
}
