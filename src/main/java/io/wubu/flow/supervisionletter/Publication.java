package io.wubu.flow.supervisionletter;

import io.wubu.disclosure.Duties;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.lawclock.LawClock;
import io.wubu.letters.Letter;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the three papers that report a publication have in common: date, address, the duty done. */
@Component
class Publication {

    private final Duties duties;
    private final LetterDue due;
    private final LawClock clock;

    Publication(Duties duties, LetterDue due, LawClock clock) {
        this.duties = duties;
        this.due = due;
        this.clock = clock;
    }

    /** Shows where to publish, and today as the date. */
    Map<String, Object> prefill(String number, String step) {
        var code = due.duty(step);
        var filled = new HashMap<String, Object>();
        filled.put("publishedOn", clock.today().toString());
        duties.of(number).stream()
                .filter(duty -> duty.duty().equals(code))
                .forEach(duty -> filled.put("channel", duty.channel()));
        return filled;
    }

    /** Ticks the duty off and answers the day of publication, never before the day it became possible. */
    LocalDate done(Letter letter, String step, FilledPaper paper, LocalDate earliest) {
        var on = paper.date("publishedOn");
        if (on.isBefore(earliest)) {
            throw new RuleBroken("publishedOn", "early", "“公开日期”不能早于 " + earliest);
        }
        duties.done(letter.number(), due.duty(step), on, paper.text("url"));
        return on;
    }
}
