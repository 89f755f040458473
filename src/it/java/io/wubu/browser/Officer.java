package io.wubu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.Select;
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

    /** Opens a task by its address and claims it. */
    void claim(String taskId) {
        browser.get(server + "/camunda/app/tasklist/default/#/?task=" + taskId);
        click(By.xpath("//*[contains(text(), '认领任务')]"));
        see(By.cssSelector("button.unclaim"));
        wait.until(page -> !page.findElements(By.cssSelector("form.wubu-paper [name]:enabled"))
                .isEmpty());
    }

    void fill(Map<String, Object> fields) {
        fields.forEach(this::fill);
    }

    /** Submits, and again if the form was still loading at the first click, until the outcome is there. */
    void submit(BooleanSupplier outcome) {
        for (var tries = 0; tries < 5 && !outcome.getAsBoolean(); tries++) {
            click(By.xpath("//button[normalize-space(.)='提交']"));
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

    /** Whether the form shows faults. */
    boolean isRefused() {
        return !browser.findElements(By.cssSelector(".wubu-bad")).isEmpty();
    }

    /** The faults shown on top of the form. */
    String faults() {
        return see(By.cssSelector(".wubu-bad")).getText();
    }

    String text(By place) {
        return see(place).getText();
    }

    void go(String address) {
        browser.get(server + address);
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

    private void fill(String name, Object value) {
        if (value instanceof List<?> rows) {
            rows(name, rows);
            return;
        }
        var fields = browser.findElements(By.cssSelector("form.wubu-paper [name='" + name + "']"));
        var field = fields.get(0);
        if (value instanceof Integer photos && "file".equals(field.getAttribute("type"))) {
            upload(name, field, photos);
        } else if (field.getTagName().equals("select")) {
            new Select(field).selectByValue(value.toString());
        } else if (value instanceof Boolean) {
            field.sendKeys(Keys.SPACE);
        } else {
            write(field, value.toString());
        }
    }

    private void write(WebElement field, String text) {
        if ("date".equals(field.getAttribute("type")) || "datetime-local".equals(field.getAttribute("type"))) {
            ((JavascriptExecutor) browser)
                    .executeScript(
                            "arguments[0].value = arguments[1];"
                                    + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                                    + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                            field,
                            text);
            return;
        }
        field.clear();
        field.sendKeys(text);
    }

    private void rows(String name, List<?> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var list = browser.findElement(By.cssSelector("[data-list='" + name + "']"));
            if (list.findElements(By.cssSelector(".wubu-row")).size() <= i) {
                list.findElement(By.cssSelector(".wubu-add-row")).sendKeys(Keys.ENTER);
            }
            var row = list.findElements(By.cssSelector(".wubu-row")).get(i);
            ((Map<?, ?>) rows.get(i))
                    .forEach((key, value) -> cell(row.findElement(By.name(String.valueOf(key))), value));
        }
    }

    private void cell(WebElement field, Object value) {
        if (!(value instanceof Boolean)) {
            write(field, value.toString());
        } else if (!field.isSelected()) {
            field.sendKeys(Keys.SPACE);
        }
    }

    /** Choices of one name: ticks the boxes with these values. */
    void tick(String name, String... values) {
        for (var value : values) {
            browser.findElement(By.cssSelector("form.wubu-paper [name='" + name + "'][value='" + value + "']"))
                    .sendKeys(Keys.SPACE);
        }
    }

    private void upload(String name, WebElement field, int photos) {
        for (var i = 1; i <= photos; i++) {
            field.sendKeys(photo.toAbsolutePath().toString());
            var done = i;
            wait.until(page -> page.findElements(By.cssSelector("[data-photos-of='" + name + "'] .wubu-photo-stored"))
                            .size()
                    >= done);
        }
    }
}
