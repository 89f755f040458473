package io.wubu.flow.guard;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskReportImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskReportManager;

/**
 * The Cockpit's count of open tasks by post. The engine asks for a grant on every single task there is, clues included;
 * here the Cockpit itself is enough, and only numbers come out.
 */
class ManagersReports extends TaskReportManager {

    static final SessionFactory FACTORY = new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
            return TaskReportManager.class;
        }

        @Override
        public Session openSession() {
            return new ManagersReports();
        }
    };

    @Override
    protected void configureQuery(TaskReportImpl report) {
        getAuthorizationManager().checkAuthorization(Permissions.ACCESS, Resources.APPLICATION, "cockpit");
        getTenantManager().configureTenantCheck(report.getTenantCheck());
    }
}
