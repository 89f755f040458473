package io.wubu.flow.papers;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What the paper of one user task does to the domain; the bean bears the task's id and listens to its completion. */
public abstract class PaperTask implements TaskListener {

    /** Takes the paper into the domain, in the transaction that completes the task, and sets the routing answer. */
    protected abstract void handIn(FilledPaper paper, DelegateTask task);

    /** Proposals and options the empty form shows: field values by name, options as {@code options.<name>}. */
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of();
    }

    @Override
    public final void notify(DelegateTask task) {
        handIn(FilledPaper.of(task), task);
    }

    /** The business key of the task's instance. */
    protected static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
