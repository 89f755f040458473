package io.wubu.audit;

import static io.wubu.audit.AuditResult.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.audit.chain.AuditTest;
import io.wubu.letters.LetterText;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T90 at work: what is brought in, read, taken away, ordered and administered leaves a row each. */
class AuditDeedsIT extends AuditTest {

    @Autowired
    private Letters letters;

    @Test
    void photosUploadedAndSeen() throws IOException {
        var account = account(Role.PATROL_TEAM, CITY);
        var officer = in(account);
        var uploaded = officer.upload("/api/evidence", "files", "现场.png", picture());
        var id = Entrance.json(uploaded.body()).get(0).get("id").asText();
        told(uploaded, AuditKind.UPLOAD, account, "1 张照片，首张 " + id);
        told(officer.get("/api/evidence/" + id), AuditKind.DOWNLOAD, account, "照片 " + id);
    }

    @Test
    void lettersAndSlipsIssuedAndPrinted() {
        var letter = letters.open("2017Q", "2017Q-R01", LocalDate.of(2026, 9, 17), "370200");
        letters.draft(letter, new LetterText("环督函", "关于督查发现问题的督办函", "市人民政府", "请立即查处。"), "office");
        var office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        told(in(office).get("/api/letters/" + letter + "/print"), AuditKind.DOWNLOAD, office, "督办函 " + letter);

        var number = importedProblem(COUNTY, "散乱污");
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.CLAIMED));
        var urging = account(Role.URGING_OFFICE, CITY);
        var order = "{\"colour\":\"WHITE\",\"trigger\":\"IMPORTANT\",\"facts\":\"群众反映强烈，问题尚未整改到位\","
                + "\"requirement\":\"请立即组织整改，每日报告进展\"}";
        var officer = in(urging);
        told(
                officer.send("POST", "/api/problems/" + number + "/slips", order),
                AuditKind.CASE,
                urging,
                number + " 下达督办单");
        fire(number, "officeOpens");
        var slips =
                Entrance.json(officer.get("/api/problems/" + number + "/slips").body());
        var slip = slips.get("slips").get(0).get("number").asText();
        told(officer.get("/api/slips/" + slip + "/document"), AuditKind.DOWNLOAD, urging, "督办单 " + slip);
    }

    @Test
    void aLedgerImportedAndWhatIsDoneInItsCase() {
        var account = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        var office = in(account);
        var ledger = "date,province,city,county,point_name,problem_type,problem\n2026-11-20,河北省,邯郸市,丛台区,"
                + UUID.randomUUID() + ",散乱污,现场正在生产\n";
        var file = ledger.getBytes(StandardCharsets.UTF_8);
        var imported = office.upload("/api/ledger/import", "file", "l.csv", file);
        var number = Entrance.json(imported.body()).get("problems").get(0).asText();
        told(imported, AuditKind.IMPORT, account, "台账 l.csv，1 行");

        var leader = account(Role.CITY_LEADER, CITY);
        var path = "/api/cases/" + number;
        told(in(leader).send("POST", path + "/urge", "{\"demand\":\"请今日完成签收\"}"), AuditKind.CASE, leader, number);
        var unit = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn").getId();
        var city = in(unit);
        told(claim(city, task, unit), AuditKind.CLAIM, unit, number);
        told(city.send("POST", Browser.ENGINE + "/task/" + task + "/unclaim", "{}"), AuditKind.UNCLAIM, unit, number);
        claim(city, task, unit);
        var noted = city.send("POST", "/api/tasks/" + task + "/progress", "{\"percent\":20,\"note\":\"已联系企业\"}");
        told(noted, AuditKind.CASE, unit, number + " 记录进度");
        var paper = "{\"signedBy\":\"值班室主任\"}";
        told(city.send("POST", "/api/tasks/" + task + "/complete", paper), AuditKind.COMPLETE, unit, number);
    }

    @Test
    void theCalendarAndTheOfficeHours() {
        var account = account(Role.MINISTRY_ADMIN, MINISTRY);
        var admin = in(account);
        var day = "/api/calendar/days/2026-12-26";
        told(
                admin.send("PUT", day, "{\"work\":true,\"name\":\"调休\",\"source\":\"测试\"}"),
                AuditKind.ADMIN,
                account,
                "2026-12-26");
        told(admin.send("DELETE", day + "?source=test", "{}"), AuditKind.ADMIN, account, "2026-12-26");
        var hours = "{\"opens\":\"08:30\",\"closes\":\"18:00\",\"source\":\"测试\"}";
        told(admin.send("PUT", "/api/calendar/office-hours/370200", hours), AuditKind.ADMIN, account, "办公时间 370200");
    }

    private void told(HttpResponse<String> answer, AuditKind kind, String account, String object) {
        assertThat(answer.statusCode()).as(object + " " + answer.body()).isBetween(200, 299);
        assertWhole(rowOf(answer), kind, DONE, account, object);
    }

    private static HttpResponse<String> claim(Browser officer, String task, String account) {
        return officer.send("POST", Browser.ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + account + "\"}");
    }

    private Browser in(String account) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, PASSWORD).step()).isEqualTo("IN");
        return browser;
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 5, UUID.randomUUID().hashCode());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
