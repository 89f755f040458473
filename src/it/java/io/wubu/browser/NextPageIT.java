package io.wubu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.web.server.LocalServerPort;

/** f12: whatever an address says, signing in ends at a page of ours. Judged by a real browser's own reading of addresses. */
class NextPageIT extends WubuTest {

    private static final String ASK =
            "const done = arguments[2]; import('/desk/where.js').then(where => done(where.ours(arguments[0], arguments[1])));";

    private static ChromeDriver browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void onlyPagesOfOursAreGoneOnTo() {
        browser.get(server() + "/desk/sign-in.html");
        addresses().forEach((next, page) -> assertThat(ours(next, server() + "/"))
                .as(next)
                .isEqualTo(page == null ? null : server() + page));
    }

    @Test
    void belowAContextPathOnlyWhatLiesThere() {
        browser.get(server() + "/desk/sign-in.html");
        assertThat(ours("/wubu/desk/ledger.html", server() + "/wubu/")).isEqualTo(server() + "/wubu/desk/ledger.html");
        assertThat(ours("/desk/ledger.html", server() + "/wubu/")).isNull();
        assertThat(ours("/wubu/../desk/ledger.html", server() + "/wubu/")).isNull();
    }

    @Test
    void whoSignsInByAForgedLinkStaysHere() {
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        for (var next :
                List.of("/.//localhost:1/fake", "/\t/localhost:1/fake", "/\\localhost:1", "javascript:alert(1)")) {
            var here = signIn(account, "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertThat(here.getAuthority()).as(next).isEqualTo("127.0.0.1:" + port);
            assertThat(here.getPath()).as(next).isEqualTo("/camunda/app/tasklist/default/");
        }
        assertThat(signIn(account, "?next=%2Fdesk%2Fledger.html%3Fpage%3D2").toString())
                .isEqualTo(server() + "/desk/ledger.html?page=2");
    }

    /** What scripts put into a path neither climbs nor leaves. */
    @Test
    void anAddressMadeOfDataStaysWhereItBelongs() {
        browser.get(server() + "/desk/sign-in.html");
        for (var path : List.of(
                "//localhost:1/x",
                "///localhost:1/x",
                "https://localhost:1/x",
                "javascript:alert(1)",
                "/\\localhost:1",
                "api/tasks/../accounts",
                "api/tasks/%2e%2e/accounts",
                "api/tasks/.%2E/accounts",
                "api/tasks/..\\accounts")) {
            assertThat(browser.executeAsyncScript(
                            "const done = arguments[1]; import('/camunda/app/tasklist/scripts/wubu/api.js')"
                                    + ".then(api => api.at(arguments[0])).then(done, () => done(null));",
                            path))
                    .as(path)
                    .isNull();
        }
    }

    /** Each with the page it leads to; null: none. */
    private Map<String, @Nullable String> addresses() {
        var table = new LinkedHashMap<String, @Nullable String>();
        for (var own : List.of(
                "/desk/ledger.html",
                "/desk/problem.html?number=PB-1%2F2",
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/default/#/?task=1",
                "/camunda/")) {
            table.put(own, own);
        }
        table.put("/camunda/app/tasklist/default/#/login", "/camunda/app/tasklist/default/");
        table.put("/desk/./ledger.html", "/desk/ledger.html");
        for (var foreign : List.of(
                "",
                "desk/ledger.html",
                "//localhost:1/fake",
                "///localhost:1/fake",
                "/.//localhost:1/fake",
                "/./\\localhost:1/fake",
                "/..//localhost:1/fake",
                "/desk/..//localhost:1/fake",
                "/x/..//localhost:1/desk/ledger.html",
                "/\\localhost:1/fake",
                "\\\\localhost:1/fake",
                "/\t/localhost:1/fake",
                "/\n/localhost:1/fake",
                "\t//localhost:1/fake",
                " //localhost:1/fake",
                "/%09/localhost:1/fake",
                "/%2f/localhost:1/fake",
                "/%5clocalhost:1/fake",
                "/%2e//localhost:1/fake",
                "%2f%2flocalhost:1/fake",
                "http://localhost:1/fake",
                "https:localhost/fake",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "blob:http://localhost/1",
                "@localhost:1/fake",
                "/@localhost:1/fake",
                ":1@localhost/fake",
                "/desk/sign-in.html?next=//localhost:1/fake",
                "/desk/setup.html",
                "/api/sign-in/oidc",
                "/api/sign-out",
                "/desk/%6cedger.html",
                "/desk/x/ledger.html",
                "/nothing")) {
            table.put(foreign, null);
        }
        return table;
    }

    private @Nullable Object ours(String next, String root) {
        return browser.executeAsyncScript(ASK, next, root);
    }

    private URI signIn(String account, String query) {
        browser.manage().deleteAllCookies();
        browser.get("about:blank");
        browser.get(server() + "/desk/sign-in.html" + query);
        var wait = new WebDriverWait(browser, Duration.ofSeconds(40));
        wait.until(page -> page.findElement(By.cssSelector("input[type=text]")))
                .sendKeys(account, Keys.TAB, PASSWORD, Keys.ENTER);
        wait.until(page -> !String.valueOf(page.getCurrentUrl()).contains("/sign-in.html"));
        return URI.create(String.valueOf(browser.getCurrentUrl()).replaceFirst("#.*", ""));
    }

    private String server() {
        return "http://127.0.0.1:" + port;
    }
}
