package io.wubu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One problem's story told in a real browser: every paper is filled in by the account whose job it is. */
abstract class BrowserStory extends WubuTest {

    @TempDir
    static Path folder;

    private static ChromeDriver browser;
    private static Path photo;

    @LocalServerPort
    private int port;

    private final Map<String, Set<Cookie>> sessions = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private String atTheDesk = "";

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

    @BeforeEach
    void freshDesk() {
        browser.get("http://127.0.0.1:" + port + "/desk/page.js");
        browser.manage().deleteAllCookies();
    }

    @AfterEach
    void everyPaperLookedRight() {
        assertThat(faults).as("papers that do not look right").isEmpty();
    }

    /** What happens without anybody's doing after a paper was handed in. */
    abstract void afterwards(String number);

    /** 上报问题: the team reports what it found; the new problem's number. */
    String report(Role role, String region, Map<String, Object> finding) {
        var officer = officer(role, region);
        officer.go("/desk/report.html");
        officer.fillWhenReady("countyCode", finding);
        faults.addAll(officer.looksRight("report"));
        officer.press("上报", officer::isDone);
        var number = officer.text(By.cssSelector(".wubu-good strong"));
        afterwards(number);
        return number;
    }

    /** The officer opens the step of the case, claims it, fills it in and hands it in. */
    void by(Role role, String region, String number, String step, Map<String, Object> fields) {
        await().atMost(Duration.ofSeconds(30)).until(() -> openSteps(number).contains(step));
        byTask(role, region, task(number, step).getId(), step, fields);
        afterwards(number);
    }

    /** The same for one of several tasks of a step. */
    void byTask(Role role, String region, String id, String step, Map<String, Object> fields) {
        var officer = officer(role, region);
        officer.claim(id);
        officer.fill(fields);
        faults.addAll(officer.looksRight(step));
        officer.submit(() -> isDone(id));
    }

    private boolean isDone(String task) {
        return asSystem.call(
                () -> engine.getTaskService().createTaskQuery().taskId(task).count() == 0);
    }

    /** The officer at the one desk we have; who was there before keeps his session for the next time. */
    Officer officer(Role role, String region) {
        var account = account(role, region);
        var officer = new Officer(browser, "http://127.0.0.1:" + port, photo);
        if (!atTheDesk.equals(account)) {
            if (!atTheDesk.isEmpty()) {
                sessions.put(atTheDesk, browser.manage().getCookies());
            }
            if (sessions.containsKey(account)) {
                officer.comeBack(sessions.get(account));
            } else {
                officer.signIn(account, PASSWORD);
            }
            atTheDesk = account;
        }
        return officer;
    }
}
