package io.wubu.flow.supervisionletter;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.letters.Letters;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 公开督办函 (rule book 3.5, M22): the ministry publishes the letter; the city's own duty starts that day. */
@Component("publishLetter")
class PublishLetter extends PaperTask {

    private final Letters letters;
    private final Publication publication;
    private final LetterRecord record;

    PublishLetter(Letters letters, Publication publication, LetterRecord record) {
        this.letters = letters;
        this.publication = publication;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return publication.prefill(task.number(), task.step());
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var letter = letters.get(number(task));
        var on = publication.done(letter, "publishLetter", paper, Objects.requireNonNull(letter.issuedOn()));
        letters.published(letter.number(), on);
        record.append(letter.number(), "publishLetter", "公开督办函", paper);
    }
}
