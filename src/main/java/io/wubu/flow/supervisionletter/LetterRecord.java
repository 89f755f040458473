package io.wubu.flow.supervisionletter;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.lawclock.LawClock;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The case record of a letter. */
@Component
class LetterRecord {

    private final Records records;
    private final LawClock clock;

    LetterRecord(Records records, LawClock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Appends what an officer handed in. */
    void append(String number, String step, String label, FilledPaper paper) {
        records.append(new Entry(
                number,
                step,
                label,
                paper.by().actor(),
                clock.now(),
                null,
                null,
                paper.written(),
                paper.photos(),
                null));
    }

    /** Appends an automatic step. */
    void append(String number, String step, String label, Map<String, Object> content) {
        records.append(new Entry(number, step, label, Actor.SYSTEM, clock.now(), null, null, content, List.of(), null));
    }
}
