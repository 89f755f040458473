package io.wubu.flow.supervisionletter;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.letters.LetterLines;
import io.wubu.letters.LetterState;
import io.wubu.letters.Letters;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 签发 (rule book 3.3): the leader signs, sends the draft back, or decides that no letter goes out. */
@Component("countersign")
class Countersign extends PaperTask {

    private final Letters letters;
    private final LetterLines lines;
    private final Standing standing;
    private final LetterRecord record;

    Countersign(Letters letters, LetterLines lines, Standing standing, LetterRecord record) {
        this.letters = letters;
        this.lines = lines;
        this.standing = standing;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var letter = letters.get(task.number());
        var filled = new HashMap<String, Object>();
        filled.put("title", letter.title());
        filled.put("addressee", letter.addressee());
        filled.put("text", letter.text());
        filled.put("problemCount", lines.of(task.number()).size());
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var decision = paper.text("decision");
        if (decision.equals("APPROVE")) {
            standing.require(number(task));
        }
        letters.decide(
                number(task),
                switch (decision) {
                    case "APPROVE" -> LetterState.APPROVED;
                    case "RETURN" -> LetterState.DRAFTING;
                    default -> LetterState.DROPPED;
                });
        record.append(number(task), "countersign", "签发", paper);
        task.setVariable("countersigned", decision);
    }
}
