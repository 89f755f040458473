package io.wubu.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A letter as a page to print, after the format of official letters (GB/T 9704-2012); all content is plain text. */
@Component
public class LetterPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final String template;

    LetterPage() {
        try {
            template = new ClassPathResource("letters/letter.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of a letter with its problem list. */
    public String of(Letter letter, List<LetterLine> lines, String issuer) {
        var page = Jsoup.parse(template);
        page.select("[data-of=issuer]").forEach(place -> place.text(issuer));
        fill(page, "docNo", letter.docNo() == null ? "" : letter.docNo());
        fill(page, "title", letter.title() == null ? "" : letter.title());
        fill(page, "addressee", letter.addressee() == null ? "" : letter.addressee() + "：");
        fill(page, "issuedOn", letter.issuedOn() == null ? "" : DATE.format(letter.issuedOn()));
        if (letter.isIssued()) {
            page.select("[data-of=draft]").remove();
        }
        if (letter.text() != null) {
            var text = one(page, "text");
            letter.text().lines().filter(line -> !line.isBlank()).forEach(line -> text.appendElement("p")
                    .text(line.strip()));
        }
        lines.forEach(line -> append(one(page, "lines"), line));
        return page.outerHtml();
    }

    private static void append(Element table, LetterLine line) {
        var row = table.appendElement("tr");
        for (var cell : List.of(
                String.valueOf(table.childrenSize()),
                line.problemNumber(),
                line.county(),
                line.site(),
                line.problemType(),
                line.description(),
                date(line.dueOn()))) {
            row.appendElement("td").text(cell);
        }
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static void fill(Document page, String name, String text) {
        one(page, name).text(text);
    }

    private static Element one(Document page, String name) {
        var place = page.selectFirst("[data-of=" + name + "]");
        if (place == null) {
            throw new IllegalStateException("the template has no place for " + name);
        }
        return place;
    }
}
