package io.wubu.flow.rules;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Leaves the ruling of each business rule task with its case, in the transaction of the engine's step. */
@Component
public class EngineRulings implements DmnDecisionTableEvaluationListener {

    private final ObjectProvider<Tables> tables;
    private final ObjectProvider<RulingWords> words;
    private final ObjectProvider<RulingBook> book;

    /** The engine that is asked does not exist yet when this hangs itself on it. */
    EngineRulings(ObjectProvider<Tables> tables, ObjectProvider<RulingWords> words, ObjectProvider<RulingBook> book) {
        this.tables = tables;
        this.words = words;
        this.book = book;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        var context = Context.getBpmnExecutionContext();
        if (context == null || !(event.getDecisionTable() instanceof DecisionDefinition definition)) {
            throw new IllegalStateException("a table is asked outside a process: " + event.getDecisionTable());
        }
        var execution = context.getExecution();
        var table = tables.getObject().of(definition.getId());
        var occasion = new Occasion(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
        var leaves = book.getObject();
        leaves.leave(Evaluation.of(event, table, words.getObject()), table, occasion, leaves.today());
    }
}
