package io.wubu.flow.worklist;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;

/** Answers what the Tasklist asks from the worklist, and everything else as the engine does. */
class WorklistTasks extends ReadableTasks {

    private static final String LIST = "io.wubu.flow.worklist.list";
    private static final String COUNT = "io.wubu.flow.worklist.count";

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        var shape = QueryShape.of(query).flatMap(QueryShape::sorted);
        if (shape.isEmpty()) {
            return super.findTasksByQueryCriteria(query);
        }
        configureQuery(query);
        return isPlain(query)
                ? getDbEntityManager()
                        .selectListWithRawParameter(LIST, shape.get().ask(query), 0, Integer.MAX_VALUE)
                : getDbEntityManager().selectList("selectTaskByQueryCriteria", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        var shape = QueryShape.of(query);
        if (shape.isEmpty()) {
            return super.findTaskCountByQueryCriteria(query);
        }
        configureQuery(query);
        return isPlain(query)
                ? (Long) getDbEntityManager().selectOne(COUNT, shape.get().ask(query))
                : (Long) getDbEntityManager().selectOne("selectTaskCountByQueryCriteria", query);
    }

    /** Grants have been turned into a list of processes, so that nothing but rows is left to be asked for. */
    private static boolean isPlain(TaskQueryImpl query) {
        return !query.getAuthCheck().isAuthorizationCheckEnabled();
    }
}
