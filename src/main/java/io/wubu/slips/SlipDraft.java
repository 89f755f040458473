package io.wubu.slips;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A slip before it is issued: what the table ruled, for whom, after which slip. */
record SlipDraft(
        String number,
        String campaign,
        Chain chain,
        Ruling ruling,
        Colour colour,
        String region,
        String city,
        String addressee,
        @Nullable String predecessor,
        Instant at) {}
