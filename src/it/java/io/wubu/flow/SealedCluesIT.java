package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.records.ProtectedFieldRead;
import io.wubu.slips.Clues;
import io.wubu.slips.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a clue says stands in the database sealed only, and whoever opens it is written down. */
@RecordApplicationEvents
class SealedCluesIT extends SlipSteps {

    private static final String GROUND = "现场核实认定虚假整改，治污设施未运行";
    private static final String OPINION = "经查证属实，移交纪检监察机关处置";

    @Autowired
    private ApplicationEvents told;

    @Autowired
    private Clues clues;

    @Test
    void aClueIsSealedAndOpensForItsLaneOnly() {
        var number = white();
        requests.automatic(number, Trigger.FALSE_RECTIFICATION, GROUND);
        fire(number, "officeOpens");
        var clue = clue(open(number));
        handIn(urging(), clue, "handleClue", Map.of("decision", "CONFIRM", "opinion", OPINION));

        assertThat(stored(clue))
                .hasSizeGreaterThan(2)
                .allSatisfy(text -> assertThat(text).doesNotContain("虚假整改").doesNotContain(OPINION));
        assertThat(records.of(clue))
                .allSatisfy(entry -> assertThat(entry.content()).isEmpty());
        assertThat(told.stream(ProtectedFieldRead.class)
                        .filter(read -> read.fields().equals("record")))
                .isEmpty();

        assertThat(records.read(clue).toString()).contains(OPINION);
        assertThat(told.stream(ProtectedFieldRead.class)
                        .filter(read -> read.fields().equals("record")))
                .containsExactly(new ProtectedFieldRead(clue, "record"));
        assertThat(clues.get(clue).ground()).isNotBlank().doesNotStartWith("1:");
    }

    /** Every text of the clue as the database keeps it. */
    private List<String> stored(String clue) {
        return jdbc.sql(
                        """
                        select concat(facts, ground, opinion) from wubu.clue_proposal where number = :number
                        union all
                        select content::text from wubu.record_entry where subject = :number
                        """)
                .param("number", clue)
                .query(String.class)
                .list();
    }
}
