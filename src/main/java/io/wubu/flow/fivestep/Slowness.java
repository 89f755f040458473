package io.wubu.flow.fivestep;

import io.wubu.problems.CountyFigures;
import io.wubu.problems.Problems;
import io.wubu.slips.Slips;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${slowness…}}: the figures of the problem's county that the interview table asks for. */
@Component("slowness")
public class Slowness {

    private final Problems problems;
    private final Slips slips;

    Slowness(Problems problems, Slips slips) {
        this.problems = problems;
        this.slips = slips;
    }

    /** The county's figures as they stand now. */
    public CountyFigures of(DelegateExecution execution) {
        return problems.figuresOfCounty(execution.getProcessBusinessKey());
    }

    /** How many red slips of the county are open. */
    public int openRedSlips(DelegateExecution execution) {
        return slips.openRed(problems.get(execution.getProcessBusinessKey()).regionCode());
    }
}
