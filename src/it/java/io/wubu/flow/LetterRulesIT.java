package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.letters.LetterState;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a letter, its publication and its reply must satisfy, and who is urged when they are late. */
class LetterRulesIT extends LetterSteps {

    @Test
    void aLetterWhoseProblemsAreAllWithdrawnCannotBeSignedOnlyDropped() {
        var letter = begun("S17-R06", CITY);
        draft(letter);
        lines.of(letter).forEach(line -> withdraw(line.problemNumber()));

        assertThatThrownBy(() -> sign(letter, Map.of("decision", "APPROVE"))).hasStackTraceContaining("所列问题均已撤回");
        sign(letter, Map.of("decision", "DROP", "comment", "问题均已撤回，不再发函"));

        assertThat(letters.get(letter).state()).isEqualTo(LetterState.DROPPED);
        assertThat(letters.get(letter).docNo()).isNull();
        assertThat(passed(letter)).contains("letterDropped").doesNotContain("issueLetter");
    }

    @Test
    void aProblemWithdrawnBeforeTheIssueIsNotListed() {
        var letter = begun("S17-R07", CITY);
        draft(letter);
        withdraw(lines.of(letter).get(0).problemNumber());
        sign(letter, Map.of("decision", "APPROVE"));

        assertThat(lines.of(letter)).hasSize(1);
    }

    @Test
    void aReplyMustAnswerEveryProblemAndComesBackUntilItIsAccepted() {
        var letter = issued("S17-R08", CITY);
        var incomplete = new HashMap<>(replied(letter));
        incomplete.put("answers", List.of(answer(lines.of(letter).get(0).problemNumber())));
        assertThatThrownBy(() -> handIn(account(Role.CITY_GOV, CITY), letter, "replyToLetter", incomplete))
                .hasStackTraceContaining("只回复了 1 个");

        reply(letter);
        clock.advance(Duration.ofDays(20));
        review(letter, Map.of("decision", "RETURN", "comment", "请补充落实情况的证明材料"));
        assertThat(openSteps(letter)).contains("replyToLetter");
        assertThat(task(letter, "replyToLetter").getDueDate()).isEqualTo("2017-10-15T18:00:00");
        assertThat(duty(letter, "M24").onTime()).isNull();
        reply(letter);
        review(letter, Map.of("decision", "ACCEPT"));

        assertThat(duty(letter, "M24").onTime()).isFalse();
        assertThat(openSteps(letter)).containsExactly("publishLetter");
    }

    @Test
    void aPublicationCannotBeDatedBeforeItWasPossible() {
        var letter = issued("S17-R09", CITY);

        assertThatThrownBy(() -> handIn(
                        office(), letter, "publishLetter", Map.of("publishedOn", "2017-09-29", "url", "部网站强化督查专栏")))
                .hasStackTraceContaining("“公开日期”不能早于 2017-09-30");
    }

    @Test
    void whoeverIsLateIsUrgedByTheRightSuperior() {
        var letter = begun("S17-R10", CITY);
        fire(letter, "draftLetterOverdue");
        assertThat(urged(letter)).isEqualTo("MINISTRY_LEADER@000000");
        clock.advance(Duration.ofMinutes(1));
        draft(letter);
        sign(letter, Map.of("decision", "APPROVE"));
        fire(letter, "publishLetterOverdue");
        assertThat(urged(letter)).isEqualTo("MINISTRY_LEADER@000000");
        clock.advance(Duration.ofMinutes(1));
        publish(letter);
        fire(letter, "publishListOverdue");
        assertThat(urged(letter)).isEqualTo("CITY_LEADER@130400");
        clock.advance(Duration.ofMinutes(1));
        publishList(letter);
        fire(letter, "replyToLetterOverdue");
        assertThat(urged(letter)).isEqualTo("PROVINCE_OFFICE@130000");
        clock.advance(Duration.ofMinutes(1));
        reply(letter);
        fire(letter, "reviewReplyOverdue");
        assertThat(urged(letter)).isEqualTo("MINISTRY_LEADER@000000");
        clock.advance(Duration.ofMinutes(1));
        review(letter, Map.of("decision", "ACCEPT"));

        assertThat(openSteps(letter)).isEmpty();
        assertThat(passed(letter))
                .contains(
                        "draftLetterReported",
                        "publishLetterReported",
                        "publishListReported",
                        "replyToLetterReported",
                        "reviewReplyReported",
                        "needless");
    }

    private void withdraw(String problem) {
        problems.move(
                problem, Move.of("decideObjection", "异议成立，撤回", Actor.SYSTEM, List.of(State.ASSIGNED), State.WITHDRAWN));
    }

    private String urged(String letter) {
        var task = task(letter, "urge");
        return asSystem.call(() -> (String) engine.getTaskService().getVariable(task.getId(), "superior"));
    }
}
