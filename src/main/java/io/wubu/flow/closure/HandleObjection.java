package io.wubu.flow.closure;

import io.wubu.closure.Objection;
import io.wubu.closure.Objections;
import io.wubu.closure.Ruling;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 处理异议: all waiting objections in one ruling; the notice runs on, begins anew, or the closure is refused. */
@Component("handleObjection")
class HandleObjection extends PaperTask {

    private final Objections objections;
    private final Refusal refusal;

    HandleObjection(Objections objections, Refusal refusal) {
        this.objections = objections;
        this.refusal = refusal;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var open = objections.open(task.number());
        var texts = open.stream().map(Objection::text).collect(Collectors.joining("\n────\n"));
        return Map.of("objectionCount", open.size(), "objectionText", texts);
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var ruling = Ruling.valueOf(paper.text("ruling"));
        objections.rule(number(task), paper.integer("objectionCount"), ruling, paper.forRecord());
        if (ruling == Ruling.UPHELD) {
            refusal.refuse(task, "公示期异议成立，不予销号", paper);
        }
        task.setVariable("objectionResult", ruling.name());
    }
}
