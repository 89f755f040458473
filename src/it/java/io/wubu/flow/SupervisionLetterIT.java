package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.disclosure.Duty;
import io.wubu.letters.LetterState;
import io.wubu.records.Records;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 督办函, path by path, with the three duties to publish (M22–M24); rounds of 2017 on the calendar of 2017. */
class SupervisionLetterIT extends LetterSteps {

    @Autowired
    private Records records;

    /** Golden case 11. */
    @Test
    void theDutiesOfTheSecondRoundEndOnTheNinthThirtiethTheTenthTenthAndTheTenthFifteenth() {
        var letter = issued("S17-R02", CITY);

        assertThat(duty(letter, "M22").anchorOn()).isEqualTo("2017-09-28");
        assertThat(duty(letter, "M22").dueOn()).isEqualTo("2017-09-30");
        assertThat(duty(letter, "M24").anchorOn()).isEqualTo("2017-09-30");
        assertThat(duty(letter, "M24").dueOn()).isEqualTo("2017-10-15");
        publish(letter);
        assertThat(duty(letter, "M23").anchorOn()).isEqualTo("2017-09-30");
        assertThat(duty(letter, "M23").dueOn()).isEqualTo("2017-10-10");
        assertThat(task(letter, "publishList").getDueDate()).isEqualTo("2017-10-10T18:00:00");
        assertThat(task(letter, "replyToLetter").getDueDate()).isEqualTo("2017-10-15T18:00:00");
        assertThat(letters.get(letter).replyDueOn()).isEqualTo("2017-10-15");
    }

    @Test
    void aLetterIsDraftedSignedIssuedPublishedAnsweredAndClosed() {
        var letter = issued("S17-R03", CITY);
        assertThat(letters.get(letter).docNo()).matches("环督函〔2017〕\\d+号");
        assertThat(openSteps(letter)).containsExactly("publishLetter", "replyToLetter");
        assertThat(task(letter, "replyToLetter").getTenantId()).isEqualTo(CITY);

        publish(letter);
        clock.advance(Duration.ofDays(1));
        publishList(letter);
        reply(letter);
        review(letter, Map.of("decision", "ACCEPT"));

        assertThat(letters.get(letter).state()).isEqualTo(LetterState.CLOSED);
        assertThat(openSteps(letter)).isEmpty();
        assertThat(passed(letter))
                .contains(
                        "groupProblems",
                        "draftLetter",
                        "countersign",
                        "issueLetter",
                        "letterIssued",
                        "publishLetter",
                        "publishList",
                        "replyToLetter",
                        "reviewReply",
                        "letterSettled",
                        "letterClosed");
        assertThat(duties.of(letter)).extracting(Duty::onTime).containsOnly(true);
        assertThat(lines.of(letter)).hasSize(2).allSatisfy(line -> {
            assertThat(line.handling()).isEqualTo("已立案查处");
            assertThat(line.dueOn()).isNotNull();
        });
        assertThat(records.of(letter).stream().map(entry -> entry.step()))
                .containsExactly(
                        "groupProblems",
                        "draftLetter",
                        "countersign",
                        "issueLetter",
                        "publishLetter",
                        "publishList",
                        "replyToLetter",
                        "reviewReply",
                        "letterClosed");
    }

    @Test
    void documentNumbersRunWithoutGaps() {
        var first = letters.get(issued("S17-R04", CITY)).docNo();
        var second = letters.get(issued("S17-R04", "140500")).docNo();

        assertThat(running(second)).isEqualTo(running(first) + 1);
    }

    @Test
    void aReturnedDraftIsWrittenAgainAndBothVersionsAreKept() {
        var letter = begun("S17-R05", CITY);
        draft(letter);
        sign(letter, Map.of("decision", "RETURN", "comment", "请补充整改要求"));
        assertThat(openSteps(letter)).containsExactly("draftLetter");
        assertThat(letters.get(letter).state()).isEqualTo(LetterState.DRAFTING);

        draft(letter);
        sign(letter, Map.of("decision", "APPROVE"));

        assertThat(jdbc.sql("select label from wubu.letter_version where number = :number order by version")
                        .param("number", letter)
                        .query(String.class)
                        .list())
                .containsExactly("拟函", "拟函", "印发");
        assertThat(letters.get(letter).version()).isEqualTo(3);
    }

    private static int running(String docNo) {
        return Integer.parseInt(docNo.replaceAll(".*〕(\\d+)号", "$1"));
    }
}
