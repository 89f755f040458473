package io.wubu.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;

/**
 * Pictures of every form for somebody to look at: {@code -Dwubu.look=target/look} shows each paper once in a browser,
 * empty and filled in as the test hands it in, on a desk, a wide screen and a phone. {@code faults.txt} lists what a
 * program can see: text cut off, parts outside the page, words that are not Chinese.
 */
@ConditionalOnProperty("wubu.look")
public class Look {

    private static final String PASSWORD = "geheim-1234";
    private static final String FAULTS =
            """
            const form = document.querySelector('form.wubu-paper'), found = [];
            for (const node of form.querySelectorAll('*')) {
              const box = node.getBoundingClientRect();
              if (!box.width || getComputedStyle(node).visibility === 'hidden' || node.closest('.wubu-hidden')) continue;
              const text = (node.value || node.textContent || '').trim().slice(0, 40);
              if (box.right > form.getBoundingClientRect().right + 1) found.push('outside: ' + node.tagName + ' ' + text);
              if (node.scrollWidth > node.clientWidth + 2 && node.clientWidth && getComputedStyle(node).display !== 'inline'
                  && !['SELECT', 'PROGRESS'].includes(node.tagName))
                found.push('cut: ' + node.tagName + ' ' + text);
              const own = [...node.childNodes].filter(child => child.nodeType === 3).map(child => child.data.trim()).join(' ')
                + (node.placeholder || '') + (node.title || '') + (node.readOnly ? node.value : '');
              if (/[A-Za-z]{3,}|_|undefined|null/.test(own) && !/^PB-|JPG/.test(own)) found.push('latin: ' + own.slice(0, 120));
            }
            return [...new Set(found)];
            """;

    private final Environment environment;
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Set<Cookie>> sessions = new HashMap<>();
    private @Nullable ChromeDriver browser;

    Look(Environment environment) {
        this.environment = environment;
        this.folder = Path.of(environment.getRequiredProperty("wubu.look"));
    }

    /** Looks at the paper of a claimed task, if this step's was not seen yet. */
    public void at(String account, String step, String task, Map<String, Object> fields) {
        if (!seen.add(step) || Files.exists(folder.resolve(step + "-filled-0390.png"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            signIn(account);
            open(task);
            picture(step + "-empty", 1280, false);
            draft(account, task, fields);
            open(task);
            picture(step + "-filled", 1280, false);
            picture(step + "-filled", 1920, false);
            picture(step + "-filled", 390, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String server() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    private ChromeDriver browser() {
        if (browser == null) {
            browser = Chromium.start();
        }
        return browser;
    }

    private void signIn(String account) {
        var page = browser();
        var known = sessions.get(account);
        if (known == null) {
            new Officer(page, server(), folder).signIn(account, PASSWORD);
            sessions.put(account, page.manage().getCookies());
            return;
        }
        page.manage().deleteAllCookies();
        page.get(server() + "/favicon.ico");
        known.forEach(cookie -> page.manage().addCookie(cookie));
    }

    private void open(String task) {
        size(1280, 1000, false);
        var page = browser();
        page.get("about:blank");
        page.get(server() + "/camunda/app/tasklist/default/#/?task=" + task);
        var officer = new Officer(page, server(), folder);
        officer.until(() -> page.findElements(org.openqa.selenium.By.cssSelector(
                                "form.wubu-paper [data-wubu=summary] .wubu-summary-head"))
                        .size()
                == 1);
        officer.until(() -> Boolean.TRUE.equals(page.executeScript(
                "return [...document.images].every(image => image.complete || image.loading === 'lazy')"
                        + " && document.readyState === 'complete'")));
    }

    private void draft(String account, String task, Map<String, Object> fields)
            throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        http.send(
                HttpRequest.newBuilder(URI.create(server() + "/api/tasks/" + task + "/draft"))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(fields)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** The whole paper in one picture: the window is made as high as the paper. */
    private void picture(String name, int width, boolean phone) throws IOException {
        size(width, 900, phone);
        var height = ((Number)
                        browser()
                                .executeAsyncScript(
                                        "const done = arguments[0]; setTimeout(() => { const form = document.querySelector('form.wubu-paper');"
                                                + " const top = form.closest('.task-details').getBoundingClientRect().top;"
                                                + " done(Math.ceil(form.getBoundingClientRect().height) + 520 + (innerWidth < 768 ? Math.max(0, top + window.scrollY) : 0)); }, 400)"))
                .intValue();
        size(width, Math.min(Math.max(height, 900), 6000), phone);
        browser().executeAsyncScript("setTimeout(arguments[0], 300)");
        var file = name + "-%04d".formatted(width);
        var answer = browser().executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(folder.resolve(file + ".png"), Base64.getDecoder().decode((String) answer.get("data")));
        for (var fault : (List<?>) browser().executeScript(FAULTS)) {
            Files.writeString(
                    folder.resolve("faults.txt"),
                    file + "\t" + fault + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private void size(int width, int height, boolean phone) {
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    }

    @PreDestroy
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }
}
