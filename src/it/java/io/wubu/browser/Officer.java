package io.wubu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An officer at Tasklist: signs in, opens a task, claims it, fills in the paper with the keyboard, submits. */
class Officer {

    private final WebDriver browser;
    private final WebDriverWait wait;
    private final String server;
    private final Path photo;

    Officer(WebDriver browser, String server, Path photo) {
        this.browser = browser;
        this.server = server;
        this.photo = photo;
        this.wait = new WebDriverWait(browser, Duration.ofSeconds(40));
        wait.ignoring(StaleElementReferenceException.class);
    }

    void signIn(String account, String password) {
        browser.manage().deleteAllCookies();
        browser.get("about:blank");
        browser.get(server + "/camunda/app/tasklist/default/");
        see(By.cssSelector("input[type=text]")).sendKeys(account, Keys.TAB, password, Keys.ENTER);
        see(By.cssSelector(".tasks-list, .task-filters"));
    }

    /** Takes the place again with the session of the last time. */
    void comeBack(Set<Cookie> session) {
        browser.manage().deleteAllCookies();
        session.forEach(browser.manage()::addCookie);
        browser.get("about:blank");
    }

    /** Opens one of the lists of tasks by its name. */
    void list(String name) {
        browser.get(server + "/camunda/app/tasklist/default/");
        click(By.xpath("//*[contains(text(), '" + name + "')]"));
    }

    /** Opens a task by its address and claims it. */
    void claim(String taskId) {
        browser.get(server + "/camunda/app/tasklist/default/#/?task=" + taskId);
        click(By.cssSelector("button.claim"));
        see(By.cssSelector("button.unclaim"));
        wait.until(page -> !page.findElements(By.cssSelector("form.wubu-paper [name]:enabled"))
                .isEmpty());
    }

    void fill(Map<String, Object> fields) {
        new Pen(browser, wait, photo).write(fields);
    }

    /** Fills in a page of our own once a select of it has its choices. */
    void fillWhenReady(String select, Map<String, Object> fields) {
        wait.until(page -> page.findElements(By.cssSelector("[name='" + select + "'] option"))
                        .size()
                > 1);
        fill(fields);
    }

    /** What a paper on the screen lacks: Chinese only, no raw names, nothing cut off. Each fault names the paper. */
    List<String> looksRight(String paper) {
        var faults = Looks.faults(browser).stream()
                .map(fault -> paper + ": " + fault)
                .toList();
        if (!faults.isEmpty()) {
            keepPicture();
        }
        return faults;
    }

    /** Submits the paper, until the outcome is there. */
    void submit(BooleanSupplier outcome) {
        press("提交", outcome);
    }

    /** Presses a button, and again if the form was still loading at the first click, until the outcome is there. */
    void press(String button, BooleanSupplier outcome) {
        for (var tries = 0; tries < 5 && !outcome.getAsBoolean(); tries++) {
            click(By.xpath("//button[normalize-space(.)='" + button + "']"));
            try {
                new WebDriverWait(browser, Duration.ofSeconds(8)).until(page -> outcome.getAsBoolean());
            } catch (TimeoutException e) {
                keepPicture();
            }
        }
        if (!outcome.getAsBoolean()) {
            throw new AssertionError("submitted in vain; target/browser shows what the browser showed");
        }
    }

    /** Whether the page says that it is done. */
    boolean isDone() {
        return !browser.findElements(By.cssSelector(".wubu-good")).isEmpty();
    }

    /** Whether the form shows faults. */
    boolean isRefused() {
        return !browser.findElements(By.cssSelector(".wubu-bad")).isEmpty();
    }

    /** The faults shown on top of the form. */
    String faults() {
        return see(By.cssSelector(".wubu-bad")).getText();
    }

    String text(By place) {
        see(place);
        return wait.until(page -> page.findElement(place).getText());
    }

    void go(String address) {
        browser.get(server + address);
    }

    /** Chooses a file; the field itself is hidden behind a button. */
    void attach(By field, Path file) {
        wait.until(page -> !page.findElements(field).isEmpty());
        browser.findElement(field).sendKeys(file.toString());
    }

    /** What a script on the page answers. */
    Object run(String script) {
        return ((JavascriptExecutor) browser).executeScript(script);
    }

    /** The colour of what is seen. */
    String colour(By place) {
        see(place);
        return wait.until(page -> page.findElement(place).getCssValue("color"));
    }

    WebElement see(By place) {
        try {
            return shown(place);
        } catch (TimeoutException e) {
            keepPicture();
            throw e;
        }
    }

    /** What the browser showed when something did not come, for whoever reads the failure. */
    private void keepPicture() {
        try {
            Files.createDirectories(Path.of("target/browser"));
            var picture = ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES);
            Files.write(Path.of("target/browser/failure-" + System.currentTimeMillis() + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebElement shown(By place) {
        return wait.until((ExpectedCondition<WebElement>) page -> {
            var found = page.findElements(place).stream()
                    .filter(WebElement::isDisplayed)
                    .toList();
            return found.isEmpty() ? null : found.get(0);
        });
    }

    void until(BooleanSupplier condition) {
        wait.until(page -> condition.getAsBoolean());
    }

    private void click(By place) {
        wait.until(page -> {
            var element = page.findElements(place).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst();
            if (element.isEmpty() || !element.get().isEnabled()) {
                return false;
            }
            ((JavascriptExecutor) page).executeScript("arguments[0].scrollIntoView({block: 'center'})", element.get());
            element.get().click();
            return true;
        });
    }
}
