package io.wubu.campaigns;

import java.time.LocalDate;

/** One round of intensified supervision (强化督查轮次), fourteen days. */
public record Round(
        String code, String campaign, int no, int phase, LocalDate startsOn, LocalDate endsOn, String state) {

    /** The round's part of a problem number: R03. */
    public String label() {
        return "R%02d".formatted(no);
    }
}
