package io.wubu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.State;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One problem from hand-over to 已销号 in a real browser, each step by the account whose job it is. */
class JourneyIT extends WubuTest {

    private static final String PASSWORD = "geheim-1234";

    @TempDir
    static Path folder;

    private static ChromeDriver browser;
    private static Path photo;

    @LocalServerPort
    private int port;

    private String signedIn = "";

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        photo = Files.createTempFile(folder, "现场", ".png");
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(50, 80, 300, 150);
        pen.dispose();
        ImageIO.write(picture, "png", photo.toFile());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aProblemGoesFromSignInToClosed() {
        var number = importedProblem(COUNTY, "散乱污");

        refusedSignIn(number);
        by(Role.CITY_ECO_OFFICE, CITY, number, "signIn", fields("signedBy", "值班室主任"));
        by(
                Role.CITY_ECO_OFFICE,
                CITY,
                number,
                "split",
                fields("countyCode", COUNTY, "responsibleLeader", "副区长", "timeClass", "PHASED"));
        by(
                Role.COUNTY_GOV,
                COUNTY,
                number,
                "claimByCounty",
                fields("responsiblePerson", "执法大队长", "mobile", "13800000000"));
        by(
                Role.RESPONSIBLE_UNIT,
                COUNTY,
                number,
                "draftPlan",
                fields(
                        "goal", "取缔散乱污企业，做到两断三清",
                        "measures", List.of(Map.of("text", "断水断电"), Map.of("text", "清原料、清设备、清产品")),
                        "milestones", List.of(Map.of("text", "完成断水断电", "date", "2026-12-01"))));
        by(Role.COUNTY_LEADER, COUNTY, number, "approvePlan", fields("decision", "APPROVE"));
        by(Role.RESPONSIBLE_UNIT, COUNTY, number, "rectify", fields("progress", "100", "note", "两断三清全部完成，现场已经平整"));
        by(
                Role.RESPONSIBLE_UNIT,
                COUNTY,
                number,
                "reportDone",
                fields(
                        "resultText",
                        "该企业已于规定时限内断水断电，原料、设备、产品全部清除，现场平整并移交村委看管，纳入网格每周巡查，防止反弹。",
                        "afterPhotos",
                        2,
                        "measuresDone",
                        true,
                        "violationsPunished",
                        true,
                        "standardsMet",
                        true,
                        "longTerm",
                        true));
        by(
                Role.COUNTY_ECO_BUREAU,
                COUNTY,
                number,
                "checkByCounty",
                fields("onSite", "YES", "conclusion", "PASS", "opinion", "现场核对整改措施逐项落实", "photos", 2));
        by(
                Role.PATROL_TEAM,
                CITY,
                number,
                "verifyOnSite",
                fields("verdict", "RECTIFIED", "note", "现场逐项核对，整改到位", "photos", 1));

        assertThat(openSteps(number)).containsExactly("applyForClosure");
        assertThat(problem(number).state()).isEqualTo(State.PATROL_VERIFIED);
        close(number);
        assertThat(problem(number).state()).isIn(State.CLOSED, State.SETTLED);
        caseFileShows(number);
    }

    private void close(String number) {
        by(
                Role.RESPONSIBLE_UNIT,
                COUNTY,
                number,
                "applyForClosure",
                fields(
                        "goal",
                        "取缔散乱污企业，做到两断三清",
                        "measures",
                        List.of(Map.of("done", true), Map.of("done", true)),
                        "beforePhotos",
                        1,
                        "afterPhotos",
                        2,
                        "penalty",
                        "NONE",
                        "effect",
                        "MET",
                        "effectBasis",
                        "现场核查记录",
                        "similar",
                        "DONE",
                        "similarResult",
                        "全区同类企业已逐家排查",
                        "source",
                        "DONE",
                        "mechanism",
                        "纳入网格每周巡查，用电监控",
                        "satisfaction",
                        "SATISFIED",
                        "satisfactionBasis",
                        "回访投诉人",
                        "leaderSignature",
                        "副区长"));
        by(
                Role.COUNTY_ECO_BUREAU,
                COUNTY,
                number,
                "firstReview",
                fields("leadUnitOpinion", "情况属实，同意", "conclusion", "PASS", "opinion", "逐项核对申请材料与现场"));
        by(
                Role.CITY_ECO_OFFICE,
                CITY,
                number,
                "acceptOnSite",
                fields(
                        "members",
                        List.of(member("组长"), member("组员")),
                        "conclusion",
                        "PASS",
                        "factsClear",
                        true,
                        "rectified",
                        true,
                        "dutyFixed",
                        true,
                        "publicSatisfied",
                        true,
                        "score",
                        "92",
                        "opinion",
                        "现场逐项核查，符合验收要求",
                        "photos",
                        1));
        by(
                Role.CITY_ECO_OFFICE,
                CITY,
                number,
                "publishNotice",
                fields("contact", "市整改办公开电话"),
                "channels",
                "CITY_WEBSITE",
                "CITY_DAILY");
        fire(number, "noticeEnded");
        by(Role.CITY_LEADER, CITY, number, "signOff", fields("decision", "SIGN", "signature", "市政府负责人"));
        by(
                Role.PROVINCE_OFFICE,
                "130000",
                number,
                "fileRecord",
                fields("recheck", "YES", "recheckNote", "调阅案卷并现场复核，材料齐全", "penalty", "NONE", "decision", "CONFIRM"));
    }

    private static Map<String, Object> member(String post) {
        return fields("name", post, "unit", "市生态环境局", "signed", true);
    }

    /** An empty paper is refused with the field named, and the task stays. */
    private void refusedSignIn(String number) {
        var officer = officer(Role.CITY_ECO_OFFICE, CITY);
        officer.claim(task(number, "signIn").getId());
        officer.submit(officer::isRefused);
        assertThat(officer.faults()).contains("签收人", "必填");
        assertThat(openSteps(number)).containsExactly("signIn");
        asSystem.run(
                () -> engine.getTaskService().setAssignee(task(number, "signIn").getId(), null));
    }

    private void caseFileShows(String number) {
        var officer = officer(Role.CITY_ECO_OFFICE, CITY);
        officer.go("/desk/problem.html?number=" + number);
        officer.until(() -> officer.text(By.tagName("body")).contains("备案"));
        assertThat(officer.text(By.tagName("body"))).contains("签收", "分办", "制定整改方案", "公示", number);
    }

    private void by(Role role, String region, String number, String step, Map<String, Object> fields, String... boxes) {
        var officer = officer(role, region);
        var id = task(number, step).getId();
        officer.claim(id);
        officer.fill(fields);
        if (boxes.length > 0) {
            officer.tick(boxes[0], Arrays.copyOfRange(boxes, 1, boxes.length));
        }
        officer.submit(() -> isDone(id));
        runJobs(number);
    }

    private boolean isDone(String task) {
        return asSystem.call(
                () -> engine.getTaskService().createTaskQuery().taskId(task).count() == 0);
    }

    private Officer officer(Role role, String region) {
        var account = account(role, region);
        var officer = new Officer(browser, "http://127.0.0.1:" + port, photo);
        if (!signedIn.equals(account)) {
            officer.signIn(account, PASSWORD);
            signedIn = account;
        }
        return officer;
    }

    private static Map<String, Object> fields(Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
