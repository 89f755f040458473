package io.wubu.letters;

import io.wubu.shared.Numbers;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters' door: opens, drafts, issues and closes them; every text that leaves a desk is kept as a version. */
@Component
@Transactional
public class Letters {

    private final JdbcClient jdbc;
    private final LetterLines lines;
    private final Numbers numbers;
    private final Clock clock;

    Letters(JdbcClient jdbc, LetterLines lines, Numbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Opens the letter of a round to a city and answers its number, {@code SL-2017Q-R06-130400}. */
    public String open(String campaign, String roundCode, LocalDate roundEndedOn, String cityCode) {
        var number = "SL-%s-%s".formatted(roundCode, cityCode);
        jdbc.sql(
                        """
                        insert into wubu.letter (number, campaign, round_code, round_ended_on, city_code, state, created_at)
                        values (:number, :campaign, :round, :endedOn, :city, 'DRAFTING', :now)
                        """)
                .param("number", number)
                .param("campaign", campaign)
                .param("round", roundCode)
                .param("endedOn", roundEndedOn)
                .param("city", cityCode)
                .param("now", now())
                .update();
        return number;
    }

    /** A letter by its number; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Letter get(String number) {
        return find(number).orElseThrow(() -> new Unknown("没有督办函 " + number));
    }

    /** A letter by its number, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Letter> find(String number) {
        return jdbc.sql(
                        """
                        select number, campaign, round_code, round_ended_on, city_code, state, version, doc_code, doc_no,
                               title, addressee, text, issued_on, reply_due_on, published_on, list_published_on, replied_on
                        from wubu.letter where number = :number
                        """)
                .param("number", number)
                .query(Letter.class)
                .optional();
    }

    /** Keeps a draft as a new version and puts it before the leader. */
    public void draft(String number, LetterText text, String by) {
        changed(
                number,
                LetterState.DRAFTING,
                jdbc.sql(
                                """
                                update wubu.letter set state = 'COUNTERSIGNING', version = version + 1, doc_code = :docCode,
                                    title = :title, addressee = :addressee, text = :text
                                where number = :number and state = 'DRAFTING'
                                """)
                        .param("docCode", text.docCode())
                        .param("title", text.title())
                        .param("addressee", text.addressee())
                        .param("text", text.text())
                        .param("number", number)
                        .update());
        keepVersion(number, "拟函", by);
    }

    /** The leader has decided: approved, back to the draft, or dropped. */
    public void decide(String number, LetterState to) {
        move(number, LetterState.COUNTERSIGNING, to);
    }

    /** Gives the letter its document number 〔year〕n号 and its date, as a last version. */
    public String issue(String number, LocalDate issuedOn, LocalDate replyDueOn) {
        var prefix = "%s〔%d〕".formatted(get(number).docCode(), issuedOn.getYear());
        var docNo = "%s%d号".formatted(prefix, numbers.next(prefix));
        changed(
                number,
                LetterState.APPROVED,
                jdbc.sql(
                                """
                                update wubu.letter set state = 'ISSUED', version = version + 1, doc_no = :docNo,
                                    issued_on = :issuedOn, reply_due_on = :replyDueOn
                                where number = :number and state = 'APPROVED'
                                """)
                        .param("docNo", docNo)
                        .param("issuedOn", issuedOn)
                        .param("replyDueOn", replyDueOn)
                        .param("number", number)
                        .update());
        keepVersion(number, "印发", "system");
        return docNo;
    }

    /** The ministry has published the letter. */
    public void published(String number, LocalDate on) {
        date(number, "published_on", on);
    }

    /** The city has published the problem list. */
    public void listPublished(String number, LocalDate on) {
        date(number, "list_published_on", on);
    }

    /** The city has replied. */
    public void replied(String number, LocalDate on) {
        date(number, "replied_on", on);
    }

    /** Published, answered, accepted: the letter is done. */
    public void close(String number) {
        move(number, LetterState.ISSUED, LetterState.CLOSED);
        jdbc.sql("update wubu.letter set closed_at = :now where number = :number")
                .param("now", now())
                .param("number", number)
                .update();
    }

    private void move(String number, LetterState from, LetterState to) {
        changed(
                number,
                from,
                jdbc.sql("update wubu.letter set state = :to where number = :number and state = :from")
                        .param("to", to.name())
                        .param("number", number)
                        .param("from", from.name())
                        .update());
    }

    private void date(String number, String column, LocalDate on) {
        changed(
                number,
                LetterState.ISSUED,
                jdbc.sql("update wubu.letter set " + column + " = :on where number = :number and state = 'ISSUED'")
                        .param("on", on)
                        .param("number", number)
                        .update());
    }

    private void keepVersion(String number, String label, String by) {
        jdbc.sql(
                        """
                        insert into wubu.letter_version
                            (number, version, label, doc_no, title, addressee, text, problems, made_by, made_at)
                        select number, version, :label, doc_no, title, addressee, text, :problems, :by, :now
                        from wubu.letter where number = :number
                        """)
                .param("label", label)
                .param(
                        "problems",
                        lines.of(number).stream().map(LetterLine::problemNumber).toArray(String[]::new))
                .param("by", by)
                .param("now", now())
                .param("number", number)
                .update();
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    private void changed(String number, LetterState from, int rows) {
        if (rows != 1) {
            throw new Stale("督办函 %s 当前为“%s”，不是“%s”"
                    .formatted(number, get(number).state().chinese(), from.chinese()));
        }
    }
}
