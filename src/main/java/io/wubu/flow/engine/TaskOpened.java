package io.wubu.flow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes on a new task which case it is about, so that cards and searches show number, place and site. */
@Component("taskOpened")
class TaskOpened implements TaskListener {

    private final CaseSummaries cases;

    TaskOpened(CaseSummaries cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDescription(cases.line(task.getExecution().getProcessBusinessKey()));
    }
}
