package io.wubu.flow.supervisionletter;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.lawclock.LawClock;
import io.wubu.letters.LetterLine;
import io.wubu.letters.LetterLines;
import io.wubu.letters.Letters;
import io.wubu.shared.RuleBroken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 回复督办函 (rule book 3.6, M24): the city answers every problem of the list and publishes the answers. */
@Component("replyToLetter")
class ReplyToLetter extends PaperTask {

    private final Letters letters;
    private final LetterLines lines;
    private final Publication publication;
    private final LetterRecord record;
    private final LawClock clock;

    ReplyToLetter(Letters letters, LetterLines lines, Publication publication, LetterRecord record, LawClock clock) {
        this.letters = letters;
        this.lines = lines;
        this.publication = publication;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var filled = publication.prefill(task.number(), task.step());
        filled.put(
                "answers",
                lines.of(task.number()).stream().map(ReplyToLetter::row).toList());
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var letter = letters.get(number(task));
        answer(letter.number(), paper.rows("answers"));
        publication.done(letter, "replyToLetter", paper, Objects.requireNonNull(letter.issuedOn()));
        letters.replied(letter.number(), clock.today());
        record.append(letter.number(), "replyToLetter", "回复督办函", paper);
    }

    private void answer(String number, List<Map<String, Object>> rows) {
        for (var row : rows) {
            var problem = String.valueOf(row.get("problemNumber"));
            if (!lines.answer(
                    number,
                    problem,
                    String.valueOf(row.get("handling")),
                    String.valueOf(row.get("plan")),
                    String.valueOf(row.get("progress")))) {
                throw new RuleBroken("answers", "unknown", "“逐项回复”：清单中没有问题 " + problem);
            }
        }
        var answered =
                rows.stream().map(row -> row.get("problemNumber")).distinct().count();
        if (answered < lines.of(number).size()) {
            throw new RuleBroken(
                    "answers", "missing", "“逐项回复”：清单有 " + lines.of(number).size() + " 个问题，只回复了 " + answered + " 个");
        }
    }

    private static Map<String, Object> row(LetterLine line) {
        var row = new HashMap<String, Object>();
        row.put("problemNumber", line.problemNumber());
        row.put("site", line.county() + " " + line.site());
        row.put("handling", line.handling());
        row.put("plan", line.plan());
        row.put("progress", line.progress());
        return row;
    }
}
