package io.wubu.desk.letters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.letters.Letter;
import io.wubu.letters.LetterLines;
import io.wubu.letters.LetterPage;
import io.wubu.letters.Letters;
import io.wubu.people.People;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.shared.Unknown;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Supervision letters to print. */
@RestController
@Tag(name = "督办函")
class LetterApi {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Letters letters;
    private final LetterLines lines;
    private final LetterPage page;
    private final People people;
    private final Regions regions;
    private final AuditLog audit;

    LetterApi(Letters letters, LetterLines lines, LetterPage page, People people, Regions regions, AuditLog audit) {
        this.letters = letters;
        this.lines = lines;
        this.page = page;
        this.people = people;
        this.regions = regions;
        this.audit = audit;
    }

    @Operation(summary = "督办函打印页", description = "部机关可看函稿；印发后主送城市及其上下级可看。")
    @GetMapping("/api/letters/{number}/print")
    ResponseEntity<String> print(@PathVariable String number, Principal user) {
        var letter = letters.get(number);
        if (!maySee(letter, people.get(user.getName()).regionCode())) {
            throw new Unknown("没有督办函 " + number);
        }
        audit.before(AuditKind.DOWNLOAD, "督办函 " + number);
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(page.of(
                        letter, lines.of(number), regions.get(Region.MINISTRY).name()));
    }

    private boolean maySee(Letter letter, String own) {
        return own.equals(Region.MINISTRY)
                || letter.isIssued()
                        && (regions.covers(own, letter.cityCode()) || regions.covers(letter.cityCode(), own));
    }
}
