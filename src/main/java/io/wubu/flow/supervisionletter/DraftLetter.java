package io.wubu.flow.supervisionletter;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.letters.Letter;
import io.wubu.letters.LetterLine;
import io.wubu.letters.LetterLines;
import io.wubu.letters.LetterText;
import io.wubu.letters.Letters;
import io.wubu.regions.Regions;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 拟函 (rule book 3.2): the office writes the letter over its problem list; a returned draft comes back as it was. */
@Component("draftLetter")
class DraftLetter extends PaperTask {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Letters letters;
    private final LetterLines lines;
    private final Regions regions;
    private final Deadlines deadlines;
    private final LetterRecord record;

    DraftLetter(Letters letters, LetterLines lines, Regions regions, Deadlines deadlines, LetterRecord record) {
        this.letters = letters;
        this.lines = lines;
        this.regions = regions;
        this.deadlines = deadlines;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var letter = letters.get(task.number());
        var list = lines.of(task.number());
        var city = regions.get(letter.cityCode()).name();
        var limit = deadlines.foreseen("replyToLetter").chinese();
        var filled = new HashMap<String, Object>();
        filled.put("docCode", or(letter.docCode(), "环督函"));
        filled.put("title", or(letter.title(), "关于" + city + "大气污染综合治理强化督查发现问题的督办函"));
        filled.put("addressee", or(letter.addressee(), city + "人民政府"));
        filled.put("replyDue", "自印发之日起" + limit + "内");
        filled.put("text", or(letter.text(), proposal(letter, city, list, limit)));
        filled.put("problemList", list.stream().map(DraftLetter::described).collect(Collectors.joining("\n")));
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var text =
                new LetterText(paper.text("docCode"), paper.text("title"), paper.text("addressee"), paper.text("text"));
        letters.draft(number(task), text, paper.by().userId());
        record.append(number(task), "draftLetter", "拟函", paper);
    }

    /** A first text: what was found, what is demanded, by when. */
    private static String proposal(Letter letter, String city, List<LetterLine> list, String limit) {
        var types = new LinkedHashMap<String, Integer>();
        list.forEach(line -> types.merge(line.problemType(), 1, Integer::sum));
        var counted = types.entrySet().stream()
                .map(type -> type.getKey() + type.getValue() + "个")
                .collect(Collectors.joining("、"));
        return """
                %s大气污染综合治理强化督查（截至%s）发现%s存在环境问题%d个：%s。问题清单附后。

                请你市依法依规立即查处，逐一拉条挂账、限期整改，并于本函印发之日起%s内，将查处情况、整改方案及落实情况书面报我部，同时通过市级电视台、日报和政府网站向社会公开。\
                """
                .formatted(letter.roundName(), DAY.format(letter.roundEndedOn()), city, list.size(), counted, limit);
    }

    private static String described(LetterLine line) {
        return "%d. %s　%s　%s：%s"
                .formatted(line.seq(), line.county(), line.site(), line.problemType(), line.description());
    }

    private static String or(@Nullable String written, String proposed) {
        return written == null ? proposed : written;
    }
}
