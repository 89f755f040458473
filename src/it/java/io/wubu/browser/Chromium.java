package io.wubu.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium found on the machine. Without one the browser tests are skipped, and say how to get it. */
final class Chromium {

    private static final String INSTALL = "browser tests need: apt-get install chromium chromium-driver fonts-noto-cjk";

    private Chromium() {}

    static ChromeDriver start() {
        var browser = found("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        var driver = found("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/local/bin/chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            if ("required".equals(System.getenv("WUBU_BROWSER"))) {
                Assertions.fail(INSTALL);
            }
            Assumptions.abort(INSTALL);
        }
        var options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.addArguments(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--window-size=1280,1000"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("LANGUAGE", "zh_CN"))
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> found(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
