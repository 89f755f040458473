package io.wubu.flow.supervisionletter;

import io.wubu.disclosure.Duties;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.letters.LetterLine;
import io.wubu.letters.LetterLines;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审核回复 (rule book 3.7): the office accepts the city's answers or asks for more; the limit does not move. */
@Component("reviewReply")
class ReviewReply extends PaperTask {

    private final LetterLines lines;
    private final Duties duties;
    private final LetterDue due;
    private final LetterRecord record;

    ReviewReply(LetterLines lines, Duties duties, LetterDue due, LetterRecord record) {
        this.lines = lines;
        this.duties = duties;
        this.due = due;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of(
                "reply",
                lines.of(task.number()).stream().map(ReviewReply::answered).collect(Collectors.joining("\n\n")));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var accepted = paper.is("decision", "ACCEPT");
        if (!accepted) {
            duties.reopen(number(task), due.duty("replyToLetter"));
        }
        record.append(number(task), "reviewReply", accepted ? "认可回复" : "退回补充", paper);
        task.setVariable("replyAccepted", accepted);
    }

    private static String answered(LetterLine line) {
        return "%d. %s %s（%s）\n查处情况：%s\n整改方案：%s\n落实情况：%s"
                .formatted(
                        line.seq(),
                        line.county(),
                        line.site(),
                        line.problemType(),
                        line.handling(),
                        line.plan(),
                        line.progress());
    }
}
