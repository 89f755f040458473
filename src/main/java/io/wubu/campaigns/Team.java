package io.wubu.campaigns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The team of a round in one city; posts or codes, no names.
 *
 * @param homeRegion where the team was sent from; never the city it supervises (回避)
 * @param arrivedAt null until it has reported in: nobody there sees its points before (四不两直)
 */
public record Team(
        String roundCode,
        int no,
        String cityCode,
        String leader,
        List<String> members,
        String homeRegion,
        @Nullable Instant arrivedAt) {}
