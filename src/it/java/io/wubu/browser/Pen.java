package io.wubu.browser;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Fills in the paper on the screen with the keyboard, from top to bottom, as its fields appear. */
class Pen {

    private static final String PAPER = "form.wubu-paper ";

    private final WebDriver browser;
    private final WebDriverWait wait;
    private final Path photo;

    Pen(WebDriver browser, WebDriverWait wait, Path photo) {
        this.browser = browser;
        this.wait = wait;
        this.photo = photo;
    }

    /** Writes every field; one that only an answer brings up is written after that answer, what is given is left. */
    void write(Map<String, Object> fields) {
        var left = new HashMap<>(fields);
        for (var name : inOrder()) {
            var value = left.remove(name);
            if (value != null) {
                write(name, value);
            }
        }
        if (!left.isEmpty()) {
            throw new AssertionError("the paper has no field " + left.keySet());
        }
    }

    /** The names of fields and lists, each once, as they stand in the paper. */
    @SuppressWarnings("unchecked")
    private List<String> inOrder() {
        return (List<String>)
                ((JavascriptExecutor) browser)
                        .executeScript(
                                """
                                const found = [...document.querySelectorAll('form.wubu-paper [name], form.wubu-paper [data-list]')]
                                  .filter(node => node.dataset.list || !node.closest('[data-list], [data-wubu]'));
                                return [...new Set(found.map(node => node.dataset.list || node.name))];
                                """);
    }

    private void write(String name, Object value) {
        var list = browser.findElements(By.cssSelector(PAPER + "[data-list='" + name + "']"));
        if (!list.isEmpty()) {
            rows(list.get(0), (List<?>) value);
            return;
        }
        var field = browser.findElement(By.cssSelector(PAPER + "[name='" + name + "']"));
        if ("file".equals(field.getAttribute("type"))) {
            upload(name, field, value instanceof List<?> photos ? photos.size() : (Integer) value);
        } else if (value instanceof List<?> choices) {
            choices.forEach(choice ->
                    tick(browser.findElement(By.cssSelector(PAPER + "[name='" + name + "'][value='" + choice + "']"))));
        } else {
            write(field, value);
        }
    }

    private void write(WebElement field, Object value) {
        if (value instanceof Boolean yes) {
            if (yes) {
                tick(field);
            }
        } else if (field.getAttribute("readonly") != null) {
            return;
        } else if (field.getTagName().equals("select")) {
            new Select(field).selectByValue(value.toString());
        } else if ("date".equals(field.getAttribute("type"))) {
            type(field, DateTimeFormatter.ofPattern("MMddyyyy").format(LocalDate.parse(value.toString())), value);
        } else if ("datetime-local".equals(field.getAttribute("type"))) {
            var moment = LocalDateTime.parse(value.toString());
            type(
                    field,
                    DateTimeFormatter.ofPattern("MMddyyyy").format(moment)
                            + Keys.TAB
                            + DateTimeFormatter.ofPattern("hhmm").format(moment)
                            + (moment.getHour() < 12 ? "AM" : "PM"),
                    value);
        } else {
            field.clear();
            field.sendKeys(value.toString());
        }
    }

    /** Types a date; a date field can't be cleared by keys alone, so the mask is overwritten from its first part. */
    private void type(WebElement field, String keys, Object value) {
        field.sendKeys(keys);
        if (!value.toString().equals(field.getAttribute("value"))) {
            throw new AssertionError("typed %s, the field has %s".formatted(value, field.getAttribute("value")));
        }
    }

    private static void tick(WebElement box) {
        if (!box.isSelected()) {
            box.sendKeys(Keys.SPACE);
        }
    }

    private void rows(WebElement list, List<?> rows) {
        var shown = new ArrayList<>(list.findElements(By.cssSelector(".wubu-row")));
        for (var i = 0; i < rows.size(); i++) {
            if (shown.size() <= i) {
                list.findElement(By.cssSelector(".wubu-add-row")).sendKeys(Keys.ENTER);
                shown = new ArrayList<>(list.findElements(By.cssSelector(".wubu-row")));
            }
            var row = shown.get(i);
            ((Map<?, ?>) rows.get(i))
                    .forEach((name, value) -> write(row.findElement(By.name(String.valueOf(name))), value));
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
