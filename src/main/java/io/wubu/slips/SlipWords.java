package io.wubu.slips;

import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentences slips are written in. */
public final class SlipWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private SlipWords() {}

    /** A moment in official time. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ClockConfiguration.ZONE));
    }

    /** The limit in words: 7个工作日，至2026年12月9日 18:00（暂定）. */
    public static String limit(Slip slip) {
        var length = slip.limit().chinese();
        var due = slip.dueAt();
        return due == null
                ? "签发后" + length
                : "%s，至%s%s".formatted(length, moment(due), slip.provisional() ? "（暂定）" : "");
    }

    /** 后果提示: what happens if the limit passes. */
    public static String consequence(Colour colour) {
        return switch (colour) {
            case WHITE -> "到期未办结的，升级为黄色督办单并扣分。";
            case YELLOW -> "到期未办结的，升级为红色督办单并扣分。";
            case RED -> "到期未办结的，提出问题线索和问责建议，并建议约谈。";
        };
    }

    static Map<String, Object> ofIssue(Slip slip) {
        var content = new LinkedHashMap<String, Object>();
        content.put("督办单", slip.reference());
        content.put("颜色", slip.title());
        content.put("触发情形", slip.trigger().chinese());
        content.put("主送", slip.addressee());
        content.put("抄送", slip.copyTo());
        content.put("存在问题", slip.facts());
        content.put("督办要求", slip.requirement());
        content.put("完成时限", limit(slip));
        if (slip.score() != 0) {
            content.put("扣分", slip.score());
        }
        return content;
    }

    static Map<String, Object> ofExpiry(Slip slip) {
        return Map.of("期限", moment(given(slip.dueAt())));
    }

    static String expired(Slip slip) {
        return "%s（%s）期限%s已过，未办结。%s"
                .formatted(slip.title(), slip.reference(), moment(given(slip.dueAt())), slip.facts());
    }

    static Instant given(@Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalStateException("the slip has not come that far");
        }
        return moment;
    }
}
