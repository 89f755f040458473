package io.wubu.flow.supervisionletter;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.letters.Letters;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 公开问题清单 (M23): the city publishes the list on its website and in its daily. */
@Component("publishList")
class PublishList extends PaperTask {

    private final Letters letters;
    private final Publication publication;
    private final LetterRecord record;

    PublishList(Letters letters, Publication publication, LetterRecord record) {
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
        var on = publication.done(letter, "publishList", paper, Objects.requireNonNull(letter.publishedOn()));
        letters.listPublished(letter.number(), on);
        record.append(letter.number(), "publishList", "公开问题清单", paper);
    }
}
