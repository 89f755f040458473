package io.wubu.letters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A supervision letter: one a round and city.
 *
 * @param roundEndedOn from here the duty to publish the letter runs (M22)
 * @param docCode 发文机关代字, the first part of the document number
 * @param docNo the document number, given when the letter is issued
 * @param issuedOn from here the limit of the reply runs (M24)
 * @param publishedOn from here the city's duty to publish the list runs (M23)
 */
public record Letter(
        String number,
        String campaign,
        String roundCode,
        LocalDate roundEndedOn,
        String cityCode,
        LetterState state,
        int version,
        @Nullable String docCode,
        @Nullable String docNo,
        @Nullable String title,
        @Nullable String addressee,
        @Nullable String text,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate replyDueOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate listPublishedOn,
        @Nullable LocalDate repliedOn) {

    /** The round as it is written: 第6轮次. */
    public String roundName() {
        return "第" + roundCode.replaceFirst(".*R0*", "") + "轮次";
    }

    /** Whether people outside the ministry may read it. */
    public boolean isIssued() {
        return issuedOn != null;
    }
}
