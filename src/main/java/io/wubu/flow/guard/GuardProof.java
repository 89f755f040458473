package io.wubu.flow.guard;

import io.wubu.flow.questions.QueryCost;
import io.wubu.shared.RuleBroken;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.management.SetJobRetriesBuilder;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Attacks the engine once at every start, hole by hole; if one attack passes, the application does not come up. The holes
 * only HTTP can reach are attacked by {@code access.GateProof}.
 */
@Component
class GuardProof {

    private static final String NOBODY = "guard-proof";
    private static final String UNKNOWN = "${noSuchBean}";

    private final ProcessEngine engine;

    GuardProof(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Before anything else is done with the engine. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(-1)
    void prove() {
        refused("nested expressions in queries", this::nestedQuery);
        refused("nested expressions in saved filters", this::nestedFilter);
        refused("nested expressions extending a filter", this::extendedFilter);
        engine.getIdentityService().setAuthentication(NOBODY, List.of(), List.of());
        try {
            asUser();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** What an assignee could do on a stock engine; the task need not exist, since the guard comes before it. */
    private void asUser() {
        var tasks = engine.getTaskService();
        Map<String, Object> forged = Map.of("penaltyApproved", true);
        refused("variables on completion", () -> tasks.complete(NOBODY, forged));
        refused("variables in a form", () -> engine.getFormService().submitTaskForm(NOBODY, forged));
        refused("variables on resolving", () -> tasks.resolveTask(NOBODY, forged));
        refused("variables of a task", () -> tasks.setVariablesLocal(NOBODY, forged));
        refused("variables of an instance", () -> engine.getRuntimeService().setVariables(NOBODY, forged));
        refused("undeclared errors", () -> tasks.handleBpmnError(NOBODY, "undeclared", "", forged));
        refused("undeclared escalations", () -> tasks.handleEscalation(NOBODY, "undeclared", forged));
        refused("monstrous queries", () -> monstrous().count());
        refused("monstrous queries extending a filter", () -> engine.getFilterService()
                .count(NOBODY, monstrous()));
        refused("monstrous queries of the Cockpit", () -> Cockpit.getCommandExecutor(engine.getName())
                .executeCommand(new CockpitQuestion(monstrous())));
        refused("claims for others", () -> tasks.claim(NOBODY, "somebody-else"));
        refused("starts by users", () -> engine.getRuntimeService().startProcessInstanceByKey("fiveStep", forged));
        jobs(engine.getManagementService());
        definitions();
        var identities = engine.getIdentityService();
        refused("accounts made by users", () -> identities.newUser(NOBODY));
        refused("accounts changed by users", () -> identities.saveUser(new UserEntity(NOBODY)));
        refused("accounts deleted by users", () -> identities.deleteUser(NOBODY));
        refused("posts given by users", () -> identities.createMembership(NOBODY, NOBODY));
        refused("passwords tried by users", () -> identities.checkPassword(NOBODY, NOBODY));
        refused("deployments by users", () -> engine.getRepositoryService()
                .createDeployment()
                .addString("x.bpmn", "<x/>")
                .deploy());
    }

    /** A deadline is a job: what moves, stops or fires one is no user's affair, whichever call it is made with. */
    private void jobs(ManagementService jobs) {
        refused("deadlines moved", () -> jobs.setJobDuedate(NOBODY, new Date()));
        refused(
                "deadlines moved in repeating",
                () -> repeat(1).dueDate(new Date(0)).execute());
        refused("deadlines fired in repeating", () -> repeat(1).dueDate(null).execute());
        refused("deadlines stopped", () -> repeat(0).execute());
        refused("deadlines repeated without end", () -> repeat(Integer.MAX_VALUE)
                .execute());
        refused("repeating by the dozen", () -> jobs.setJobRetries(List.of(NOBODY), 1));
        refused("repeating of a whole kind", () -> jobs.setJobRetriesByJobDefinitionId(NOBODY, 1));
        refused("repeating in the background", () -> jobs.setJobRetriesAsync(List.of(NOBODY), 1));
        refused("deadlines reckoned anew", () -> jobs.recalculateJobDuedate(NOBODY, true));
        refused("jobs run", () -> jobs.executeJob(NOBODY));
        refused("jobs deleted", () -> jobs.deleteJob(NOBODY));
        refused("jobs suspended", () -> jobs.suspendJobById(NOBODY));
        refused("kinds of jobs suspended", () -> jobs.suspendJobDefinitionById(NOBODY, true));
        refused("priorities of jobs", () -> jobs.setJobPriority(NOBODY, 1));
        refused("priorities of kinds of jobs", () -> jobs.setOverridingJobPriorityForJobDefinition(NOBODY, 1, true));
        refused("batches suspended", () -> jobs.suspendBatchById(NOBODY));
        refused("batches deleted", () -> jobs.deleteBatch(NOBODY, true));
        refused("properties of the engine", () -> jobs.setProperty(NOBODY, NOBODY));
    }

    private SetJobRetriesBuilder repeat(int times) {
        return engine.getManagementService().setJobRetries(times).jobId(NOBODY);
    }

    /** What would change how cases run, or what others see. */
    private void definitions() {
        var running = engine.getRuntimeService();
        refused("instances suspended", () -> running.suspendProcessInstanceById(NOBODY));
        refused("instances deleted", () -> running.deleteProcessInstance(NOBODY, NOBODY));
        refused("instances modified", () -> running.createProcessInstanceModification(NOBODY)
                .startBeforeActivity(NOBODY)
                .execute());
        refused("messages", () -> running.correlateMessage(NOBODY));
        refused("signals", () -> running.signalEventReceived(NOBODY));
        refused("incidents settled", () -> running.resolveIncident(NOBODY));
        refused("definitions suspended", () -> engine.getRepositoryService().suspendProcessDefinitionById(NOBODY));
        refused("deployments deleted", () -> engine.getRepositoryService().deleteDeployment(NOBODY));
        refused("priorities of tasks", () -> engine.getTaskService().setPriority(NOBODY, 1));
        refused("due dates of tasks", () -> engine.getTaskService().setDueDate(NOBODY, new Date()));
        refused("filters deleted", () -> engine.getFilterService().deleteFilter(NOBODY));
        refused("history deleted", () -> engine.getHistoryService().deleteHistoricProcessInstance(NOBODY));
    }

    private void nestedQuery() {
        nested().count();
    }

    private void nestedFilter() {
        var filters = engine.getFilterService();
        var saved = filters.saveFilter(filters.newTaskFilter(NOBODY).setQuery(nested()));
        filters.deleteFilter(saved.getId());
    }

    private void extendedFilter() {
        engine.getFilterService().count(NOBODY, nested());
    }

    private TaskQueryImpl nested() {
        var nested = new TaskQueryImpl();
        nested.setOrQueryActive();
        nested.dueAfterExpression(UNKNOWN);
        var query = (TaskQueryImpl) engine.getTaskService().createTaskQuery();
        query.addOrQuery(nested);
        return query;
    }

    /** A condition on each of more variables than the database can plan joins for. */
    private TaskQuery monstrous() {
        var query = engine.getTaskService().createTaskQuery();
        for (var count = 0; count < 400; count++) {
            query.processVariableValueEquals("v" + count, count);
        }
        return query;
    }

    /** What the Cockpit asks with; nothing comes of it. */
    private record CockpitQuestion(TaskQuery parameter) implements Command<Boolean> {

        @Override
        public Boolean execute(CommandContext context) {
            return true;
        }
    }

    private static void refused(String hole, Runnable attack) {
        try {
            attack.run();
        } catch (RuleBroken counted) {
            return;
        } catch (BadUserRequestException | AuthorizationException refusal) {
            if (!isOurs(refusal)) {
                throw open(hole, refusal);
            }
            return;
        } catch (RuntimeException reached) {
            throw open(hole, reached);
        }
        throw new IllegalStateException("open: " + hole);
    }

    private static IllegalStateException open(String hole, RuntimeException reached) {
        return new IllegalStateException("open: " + hole + "; the engine got as far as its own refusal", reached);
    }

    /** The engine's own refusals are English and come later: an unknown task is missed only by what looks for it. */
    private static boolean isOurs(RuntimeException refusal) {
        var message = String.valueOf(refusal.getMessage());
        return NoExpressions.REFUSAL.equals(message)
                || UserCommands.REFUSAL.equals(message)
                || message.startsWith(QueryCost.QUERY);
    }
}
