package io.wubu.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colour of a slip, row by row (slip-colour.dmn), and what the interview table makes of red slips. */
class SlipRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final Rules rules = FileTables.rules();

    @ParameterizedTest
    @CsvSource({
        "FALSE_RECTIFICATION,NONE,NONE,NONE,RED,false,3,0,false,true",
        "FALSE_RECTIFICATION,WHITE,YELLOW,NONE,RED,false,3,0,false,true",
        "DATA_FRAUD,YELLOW,NONE,NONE,RED,false,3,0,false,true",
        "SLIP_EXPIRED,RED,NONE,NONE,NONE,false,0,-2,false,true",
        "SLIP_EXPIRED,YELLOW,NONE,NONE,RED,false,3,-2,false,false",
        "SLIP_EXPIRED,YELLOW,YELLOW,NONE,RED,false,3,-2,false,false",
        "SLIP_EXPIRED,WHITE,NONE,NONE,YELLOW,false,5,-1,false,false",
        "SLIP_EXPIRED,WHITE,WHITE,NONE,YELLOW,false,5,-1,false,false",
        "SLIP_EXPIRED,WHITE,YELLOW,NONE,RED,true,3,-1,false,false",
        "SLIP_EXPIRED,WHITE,RED,NONE,RED,true,3,-1,false,false",
        "ITEM_OVERDUE,NONE,NONE,NONE,WHITE,false,7,0,false,false",
        "MILESTONE_MISSED,NONE,WHITE,NONE,WHITE,false,7,0,false,false",
        "QUALITY_NOT_ACCEPTED,NONE,NONE,NONE,WHITE,false,7,0,false,false",
        "QUALITY_NOT_ACCEPTED,NONE,YELLOW,NONE,RED,true,3,0,false,false",
        "ITEM_OVERDUE,WHITE,NONE,NONE,NONE,false,0,0,false,false",
        "ITEM_OVERDUE,RED,NONE,NONE,NONE,false,0,0,false,false",
        "CLOSURE_FAILED_TWICE,NONE,NONE,NONE,YELLOW,false,5,0,false,false",
        "CLOSURE_FAILED_TWICE,WHITE,NONE,NONE,YELLOW,false,5,0,false,false",
        "CLOSURE_FAILED_TWICE,WHITE,YELLOW,NONE,RED,true,3,0,false,false",
        "CLOSURE_FAILED_TWICE,YELLOW,NONE,NONE,NONE,false,0,0,false,false",
        "LEADER_INSTRUCTION,NONE,NONE,NONE,YELLOW,false,5,0,true,false",
        "IMPORTANT,NONE,NONE,YELLOW,YELLOW,false,5,0,true,false",
        "IMPORTANT,NONE,YELLOW,YELLOW,RED,true,3,0,true,false",
        "IMPORTANT,NONE,YELLOW,WHITE,RED,true,3,0,true,false",
        "LEADER_INSTRUCTION,NONE,NONE,RED,RED,false,3,0,true,false",
        "IMPORTANT,NONE,NONE,WHITE,WHITE,false,7,0,false,false",
        "IMPORTANT,YELLOW,NONE,RED,NONE,false,0,0,false,false",
        "DUE_SOON,NONE,NONE,NONE,NONE,false,0,0,false,false",
    })
    void theColourFollowsTriggerAndColoursBefore(
            String trigger,
            String previous,
            String earlier,
            String requested,
            String colour,
            boolean letter,
            int workingDays,
            int score,
            boolean approval,
            boolean clue) {
        var row = rules.foreseeOne(slip(trigger, previous, earlier, requested));

        assertThat(row.text("colour")).isEqualTo(colour);
        assertThat(row.flag("letter")).isEqualTo(letter);
        assertThat(row.integer("amount")).isEqualTo(workingDays);
        assertThat(row.text("unit")).isEqualTo("WORKING_DAY");
        assertThat(row.integer("score")).isEqualTo(score);
        assertThat(row.flag("approval")).isEqualTo(approval);
        assertThat(row.flag("clue")).isEqualTo(clue);
    }

    @Test
    void copiesGoToTheLeaderOfTheLevel() {
        assertThat(copies("ITEM_OVERDUE", "NONE")).isEqualTo("承办单位主要负责人");
        assertThat(copies("SLIP_EXPIRED", "WHITE")).isEqualTo("县区政府分管负责人");
        assertThat(copies("SLIP_EXPIRED", "YELLOW")).isEqualTo("市政府主要负责人");
        assertThat(copies("FALSE_RECTIFICATION", "NONE")).isEqualTo("市政府主要负责人、纪检监察机关");
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,1", "4,1"})
    void threeOpenRedSlipsAreAReasonForAnInterview(int red, int reasons) {
        assertThat(rules.foresee(Question.of("interviewTrigger", DAY)
                        .with("countyRank", 9)
                        .with("problems", 5)
                        .with("growth", 0.0)
                        .with("overdueRate", 0.1)
                        .with("openProblems", 5)
                        .with("falseClaims", 0)
                        .with("ignoredUrging", false)
                        .with("openRedSlips", red)))
                .hasSize(reasons);
    }

    private String copies(String trigger, String previous) {
        return rules.foreseeOne(slip(trigger, previous, "NONE", "NONE")).text("copyTo");
    }

    private static Question slip(String trigger, String previous, String earlier, String requested) {
        return Question.of("slipColour", DAY)
                .with("trigger", trigger)
                .with("previous", previous)
                .with("earlier", earlier)
                .with("requested", requested);
    }
}
