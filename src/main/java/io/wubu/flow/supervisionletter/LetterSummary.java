package io.wubu.flow.supervisionletter;

import io.wubu.flow.engine.CaseSummary;
import io.wubu.letters.LetterLines;
import io.wubu.letters.Letters;
import io.wubu.regions.Regions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Introduces a letter: on its task cards and on top of its forms. */
@Component
class LetterSummary implements CaseSummary {

    private final Letters letters;
    private final LetterLines lines;
    private final Regions regions;

    LetterSummary(Letters letters, LetterLines lines, Regions regions) {
        this.letters = letters;
        this.lines = lines;
        this.regions = regions;
    }

    @Override
    public boolean knows(String number) {
        return number.startsWith("SL-");
    }

    @Override
    public String line(String number) {
        var letter = letters.get(number);
        var name = letter.docNo() == null ? "督办函" : letter.docNo();
        return "%s｜%s｜%s".formatted(number, regions.get(letter.cityCode()).name(), name);
    }

    @Override
    public Map<String, Object> facts(String number) {
        var letter = letters.get(number);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("督办函编号", number);
        put(facts, "文号", letter.docNo());
        put(facts, "标题", letter.title());
        facts.put("主送城市", regions.get(letter.cityCode()).fullName());
        facts.put("轮次", letter.roundName() + "（至 " + letter.roundEndedOn() + "）");
        facts.put("所列问题", lines.of(number).size() + "个");
        put(facts, "印发日期", letter.issuedOn());
        put(facts, "回复期限", letter.replyDueOn());
        put(facts, "督办函公开", letter.publishedOn());
        put(facts, "清单公开", letter.listPublishedOn());
        facts.put("状态", letter.state().chinese());
        return facts;
    }

    private static void put(Map<String, Object> facts, String label, @Nullable Object value) {
        if (value != null) {
            facts.put(label, value.toString());
        }
    }
}
