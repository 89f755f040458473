package io.wubu.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an operator reads when the application does not come up: the words alone, without a stack of calls. */
class CannotStartWords extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotStart refusal) {
        return new FailureAnalysis(refusal.getMessage(), null, refusal);
    }
}
