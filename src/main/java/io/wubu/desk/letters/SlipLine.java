package io.wubu.desk.letters;

import io.wubu.slips.Slip;
import io.wubu.slips.SlipWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A slip as its readers see it; whether it led to a clue is not theirs to know. */
record SlipLine(
        String number,
        String problem,
        @Nullable String docNo,
        String title,
        String colour,
        String triggerName,
        String facts,
        String requirement,
        String addressee,
        String copyTo,
        String limit,
        @Nullable Instant issuedAt,
        @Nullable Instant dueAt,
        boolean provisional,
        int score,
        String state,
        String stateName,
        @Nullable String predecessor,
        Slip.Receipt receipt,
        Slip.Reply reply,
        Slip.Decision decision,
        @Nullable String endReason) {

    static SlipLine of(Slip slip) {
        return new SlipLine(
                slip.number(),
                slip.problemNumber(),
                slip.docNo(),
                slip.title(),
                slip.colour().name(),
                slip.trigger().chinese(),
                slip.facts(),
                slip.requirement(),
                slip.addressee(),
                slip.copyTo(),
                SlipWords.limit(slip),
                slip.issuedAt(),
                slip.dueAt(),
                slip.provisional(),
                slip.score(),
                slip.state().name(),
                slip.state().chinese(),
                slip.predecessor(),
                slip.receipt(),
                slip.reply(),
                slip.decision(),
                slip.endReason());
    }
}
