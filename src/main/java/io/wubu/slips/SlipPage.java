package io.wubu.slips;

import io.wubu.shared.ClockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A slip as a sheet to print, with the fields of the rule book (3.19); all content is plain text. */
@Component
public class SlipPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final String template;

    SlipPage() {
        try {
            template = new ClassPathResource("slips/slip.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sheet of a slip.
     *
     * @param subject what the slip is about, in one line
     * @param times the how manieth slip of its problem it is
     */
    public String of(Slip slip, String subject, int times, String issuer) {
        var page = Jsoup.parse(template);
        page.title(slip.title() + " " + slip.reference());
        page.body().addClass(slip.colour().name());
        one(page, "band").text(slip.title());
        one(page, "title").text(slip.letter() ? "专函督办" : "督办单");
        one(page, "docNo").text(slip.docNo() == null ? "" : slip.docNo());
        one(page, "issuedOn").text(slip.issuedAt() == null ? "" : issuer + "　" + date(slip.issuedAt()));
        one(page, "mark").text(mark(slip));
        one(page, "foot").text("编号 " + slip.number() + "。督办不中断整改。");
        rows(one(page, "rows"), slip, subject, times);
        return page.outerHtml();
    }

    private static void rows(Element table, Slip slip, String subject, int times) {
        row(table, "主　　送", slip.addressee());
        row(table, "事　　项", subject);
        row(table, "督办次数", "第%d次（%s）".formatted(times, slip.trigger().chinese()));
        row(table, "存在问题", slip.facts());
        row(table, "督办要求", slip.requirement());
        row(table, "完成时限", SlipWords.limit(slip));
        row(table, "后果提示", SlipWords.consequence(slip.colour()));
        row(table, "抄　　送", slip.copyTo());
        if (slip.score() != 0) {
            row(table, "扣　　分", String.valueOf(slip.score()));
        }
        if (slip.approvedBy() != null) {
            row(table, "批　　准", slip.approvedBy());
        }
        row(table, "签　　收", lines(slip.receipt().by(), moment(slip.receipt().at())));
        var reply = slip.reply();
        row(table, "办理结果", lines(reply.result(), reply.documents(), lines(reply.by(), moment(reply.at()))));
        row(table, "验　　收", lines(verdict(slip), slip.decision().opinion(), decided(slip.decision())));
    }

    private static String mark(Slip slip) {
        return switch (slip.state()) {
            case PREPARED -> "拟稿，未签发";
            case EXPIRED -> "到期未办结";
            case ENDED -> "已终止" + (slip.endReason() == null ? "" : "：" + slip.endReason());
            case ISSUED, SIGNED, REPLIED, ACCEPTED -> "";
        };
    }

    private static @Nullable String verdict(Slip slip) {
        if (slip.state() == SlipState.ACCEPTED) {
            return "通过";
        }
        var times = slip.decision().rejections();
        return times == 0 ? null : "退回重办%d次".formatted(times);
    }

    private static String decided(Slip.Decision decision) {
        return lines(decision.by(), moment(decision.at()));
    }

    private static String lines(@Nullable String... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part != null && !part.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n").append(part);
            }
        }
        return text.toString();
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : SlipWords.moment(at);
    }

    private static String date(Instant at) {
        return DATE.format(at.atZone(ClockConfiguration.ZONE));
    }

    private static void row(Element table, String label, String text) {
        var row = table.appendElement("tr");
        row.appendElement("th").text(label);
        row.appendElement("td").appendText(text);
    }

    private static Element one(Document page, String name) {
        var place = page.selectFirst("[data-of=" + name + "]");
        if (place == null) {
            throw new IllegalStateException("the template has no place for " + name);
        }
        return place;
    }
}
