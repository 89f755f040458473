package io.wubu.slips;

import io.wubu.lawclock.Limit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slip as its row has it.
 *
 * @param docNo the document number, given when the slip is issued
 * @param letter sent in the form of a special letter (专函督办)
 * @param addressee a post, never a person
 * @param score points deducted, 0 or less
 * @param clue whether issuing it proposes a clue
 */
public record Slip(
        String number,
        long chainId,
        String problemNumber,
        String regionCode,
        String cityCode,
        @Nullable String docNo,
        boolean letter,
        Colour colour,
        Trigger trigger,
        String facts,
        String requirement,
        String addressee,
        String copyTo,
        String copyRoles,
        Limit limit,
        int score,
        boolean clue,
        SlipState state,
        @Nullable String predecessor,
        @Nullable String approvedBy,
        @Nullable Instant issuedAt,
        @Nullable Instant dueAt,
        boolean provisional,
        Receipt receipt,
        Reply reply,
        Decision decision,
        @Nullable String endReason,
        @Nullable Instant endedAt) {

    /** 签收. */
    public record Receipt(@Nullable String by, @Nullable Instant at) {}

    /** 回复. */
    public record Reply(
            @Nullable String result, @Nullable String documents, @Nullable String by, @Nullable Instant at) {}

    /** 验收, the last one. */
    public record Decision(@Nullable String opinion, @Nullable String by, @Nullable Instant at, int rejections) {}

    /** 白色督办单, or 红色专函督办. */
    public String title() {
        return colour.chinese() + (letter ? "专函督办" : "督办单");
    }

    /** The document number, or the slip's own number before it is issued. */
    public String reference() {
        return docNo == null ? number : docNo;
    }

    /** Whether it was issued after a moment. */
    boolean isIssuedAfter(Instant moment) {
        return issuedAt != null && issuedAt.isAfter(moment);
    }
}
