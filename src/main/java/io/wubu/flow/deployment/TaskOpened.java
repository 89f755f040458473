package io.wubu.flow.deployment;

import io.wubu.flow.dates.LimitFollower;
import io.wubu.flow.engine.CaseSummaries;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes on a new task which case it is about, so that cards and searches show number, place and site. */
@Component("taskOpened")
class TaskOpened implements TaskListener {

    private final CaseSummaries cases;
    private final LimitFollower limits;

    TaskOpened(CaseSummaries cases, LimitFollower limits) {
        this.cases = cases;
        this.limits = limits;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDescription(cases.line(task.getExecution().getProcessBusinessKey()));
        limits.opened(task);
    }
}
