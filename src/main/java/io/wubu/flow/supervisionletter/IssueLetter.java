package io.wubu.flow.supervisionletter;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.places.RegionMoves;
import io.wubu.lawclock.LawClock;
import io.wubu.letters.Letters;
import io.wubu.notices.Notices;
import io.wubu.people.Role;
import java.util.LinkedHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 编号印发 (rule book 3.4): the running number of the year; the day of issue starts the limit of the reply,
 * and only from then on the case is the city's.
 */
@Component("issueLetter")
class IssueLetter implements JavaDelegate {

    private final Letters letters;
    private final Standing standing;
    private final Deadlines deadlines;
    private final LawClock clock;
    private final Notices notices;
    private final LetterRecord record;
    private final RegionMoves moves;

    IssueLetter(
            Letters letters,
            Standing standing,
            Deadlines deadlines,
            LawClock clock,
            Notices notices,
            LetterRecord record,
            RegionMoves moves) {
        this.letters = letters;
        this.standing = standing;
        this.deadlines = deadlines;
        this.clock = clock;
        this.notices = notices;
        this.record = record;
        this.moves = moves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var listed = standing.strike(number);
        var city = letters.get(number).cityCode();
        var replyDue = clock.dateOf(clock.due(clock.now(), deadlines.ruled("replyToLetter", number), city));
        var docNo = letters.issue(number, clock.today(), replyDue);
        var written = new LinkedHashMap<String, Object>();
        written.put("文号", docNo);
        written.put("印发日期", clock.today().toString());
        written.put("所列问题", listed);
        written.put("回复期限", replyDue.toString());
        record.append(number, "issueLetter", "编号印发", written);
        moves.move(execution, city);
        notices.tell(
                number + ":issued",
                number,
                Role.CITY_GOV.at(city),
                "INFORMATION",
                "收到督办函 " + docNo + "，请于 " + replyDue + " 前回复");
    }
}
