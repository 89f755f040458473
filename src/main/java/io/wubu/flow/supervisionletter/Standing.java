package io.wubu.flow.supervisionletter;

import io.wubu.letters.LetterLine;
import io.wubu.letters.LetterLines;
import io.wubu.letters.Letters;
import io.wubu.problems.RoundProblems;
import io.wubu.shared.RuleBroken;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/** Which problems of a letter's list still stand: those withdrawn or merged since must not be published. */
@Component
class Standing {

    private final Letters letters;
    private final LetterLines lines;
    private final RoundProblems found;

    Standing(Letters letters, LetterLines lines, RoundProblems found) {
        this.letters = letters;
        this.lines = lines;
        this.found = found;
    }

    /** A letter needs at least one problem that stands (rule book 3.2). */
    void require(String number) {
        var standing = standing(number);
        if (lines.of(number).stream().map(LetterLine::problemNumber).noneMatch(standing::contains)) {
            throw new RuleBroken("decision", "empty", "“签发意见”：所列问题均已撤回，不能印发，请选“不再发函”");
        }
    }

    /** Takes the withdrawn ones off the list and answers how many are left. */
    int strike(String number) {
        lines.keepOnly(number, standing(number));
        return lines.of(number).size();
    }

    private HashSet<String> standing(String number) {
        var letter = letters.get(number);
        return new HashSet<>(found.of(letter.roundCode(), letter.cityCode()));
    }
}
