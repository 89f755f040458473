package io.wubu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.access.Browser;
import io.wubu.flow.AssignSteps;
import io.wubu.letters.LetterState;
import io.wubu.letters.LetterText;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * T60, T61, T63: what somebody writes into the fields of a problem, a slip and a letter is read by others in a real browser.
 * It opens no dialog (the driver would fail at the next step), asks the server for nothing, makes no element, is not
 * computed, and stands there as it was written.
 */
class StoredScriptIT extends BrowserStory {

    /** Elements a payload would have made. */
    private static final String MADE =
            """
            return [...document.querySelectorAll('[onerror],[onload],[ontoggle],[onfocus],[onmouseover],[ng-init*=alert],[srcdoc],'
              + '[src*=xss-trap],[href*=xss-trap],[data*=xss-trap],[action*=xss-trap],a[href^="javascript:alert"]')]
              .map(node => node.outerHTML.slice(0, 200))
              .concat([...document.scripts].map(script => script.text).filter(text => text.includes('alert(')));
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AssignSteps assign = new AssignSteps(this);

    @LocalServerPort
    private int ownPort;

    @Autowired
    private Letters letters;

    @Test
    void whatIsWrittenIsReadAsText() {
        var sites = Payloads.spread(200).stream().map(this::found).toList();
        var number = sites.get(0);
        rectifying(number);
        var slip = slip(number);

        var office = officer(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        office.go("/desk/ledger.html");
        shows(office, Payloads.all(), By.cssSelector("table"));
        office.go("/desk/problem.html?number=" + number);
        shows(office, List.of(Payloads.all().get(0), Payloads.all().get(33)), By.cssSelector(".wubu-timeline"));
        var all = office.text(By.cssSelector(".wubu-case"));
        assertThat(Payloads.all()).allMatch(all::contains);
        office.go("/api/slips/" + slip + "/document");
        shows(office, Payloads.all().subList(0, 10), By.cssSelector("table"));
        office.go("/api/letters/" + letter() + "/print");
        shows(office, Payloads.all().subList(0, 10), By.tagName("h1"));
        cockpit(office, number);

        var unit = officer(Role.RESPONSIBLE_UNIT, COUNTY);
        unit.claim(task(number, "rectify").getId());
        shows(unit, List.of(), By.cssSelector("form.wubu-paper"));
        shows(unit, List.of(Payloads.all().get(0)), By.cssSelector("li.task .wubu-card"));
        unit.fill(Map.of("progress", 100, "note", Payloads.all().get(5) + "整改情况说明"));
        unit.submit(() -> !openSteps(number).contains("rectify"));
        runJobs(number);
        unit.claim(task(number, "reportDone").getId());
        shows(unit, List.of(), By.cssSelector("form.wubu-paper"));
        nothingWasAskedFor();
    }

    /** T61: the words of a refusal hold what was refused. */
    @Test
    void whatIsRefusedIsReadAsTextToo() throws IOException {
        var lines = new StringBuilder(
                "date,province,city,county,point_name,problem_type,problem,\"<img src=x onerror=alert(1)>\"\n");
        Payloads.all().forEach(text -> lines.append("2026-11-20,河北省,邯郸市,\"")
                .append(text.replace("\"", "\"\""))
                .append("\",厂,散乱污,问题,\n"));
        var ledger = file("l'><img src=x onerror=alert(2)>.csv", lines.toString());
        var office = officer(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        office.go("/desk/import.html");
        office.see(By.id("file")).sendKeys(ledger.toString());
        office.press("试算", () -> office.text(By.tagName("body")).contains("区划代码表中没有"));
        shows(office, List.of("<img src=/xss-trap/2>", "<svg onload=alert(6)>"), By.id("result"));

        var team = officer(Role.SUPERVISION_TEAM, CITY);
        team.go("/desk/report.html");
        var photo = file("a' onerror=alert(3) <img src=x onerror=alert(4)>.png", "no picture");
        team.attach(By.name("photos"), photo);
        team.until(() -> team.text(By.tagName("main")).contains("不是 JPEG 或 PNG"));
        shows(team, List.of(), By.tagName("main"));
        team.go("/desk/problem.html?number=%3Cimg%20src=x%20onerror=alert(5)%3E");
        shows(team, List.of("<img src=x onerror=alert(5)>"), By.tagName("main"));
        team.go("/desk/ledger.html?type=%3Cimg%20src=x%20onerror=alert(6)%3E&state=%22%3E%3Csvg%20onload=alert(7)%3E");
        shows(team, List.of(), By.tagName("main"));
        nothingWasAskedFor();
    }

    @Override
    void afterwards(String number) {
        runJobs(number);
    }

    /** A finding whose every text is one of the payloads. */
    private String found(String siteName) {
        var team = account(Role.SUPERVISION_TEAM, CITY);
        var finding = new HashMap<String, Object>(FindingPapers.finding(COUNTY, "<b>散乱污</b>{{7*191}}"));
        finding.put("siteName", siteName);
        finding.put("lon", 114.49);
        finding.put("lat", 36.61);
        finding.put("place", Payloads.upTo(100));
        finding.put("description", Payloads.upTo(2000));
        finding.put("photos", photos(team, 2));
        var answer = new Browser(ownPort).withPassword(team, PASSWORD).send("POST", "/api/findings", json(finding));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return text(answer.body(), "number");
    }

    private void rectifying(String number) {
        runJobs(number);
        handIn(
                account(Role.TEAM_LEADER, CITY),
                number,
                "submitFinding",
                Payloads.in("supervise/submit-finding", Map.of("confirmed", true)));
        handIn(
                account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY),
                number,
                "reviewFinding",
                FindingPapers.passed("MAJOR", 20, "CALENDAR_DAY"));
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        handIn(office, number, "signIn", Payloads.in("assign/sign-in", Map.of("signedBy", "")));
        handIn(office, number, "split", Payloads.in("assign/split", assign.split(COUNTY)));
        handIn(
                account(Role.COUNTY_GOV, COUNTY),
                number,
                "claimByCounty",
                Payloads.in("assign/claim-by-county", assign.claim(number)));
        var plan = new HashMap<>(assign.plan(number));
        plan.put(
                "measures",
                Payloads.spread(500).stream().map(text -> Map.of("text", text)).toList());
        handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), number, "draftPlan", Payloads.in("assign/draft-plan", plan));
        handIn(
                account(Role.COUNTY_LEADER, COUNTY),
                number,
                "approvePlan",
                Payloads.in("assign/approve-plan", Map.of("decision", "APPROVE")));
    }

    private String slip(String number) {
        var office = new Browser(ownPort).withPassword(account(Role.URGING_OFFICE, CITY), PASSWORD);
        var order = Map.<String, Object>of(
                "colour",
                "WHITE",
                "trigger",
                "IMPORTANT",
                "facts",
                Payloads.upTo(500),
                "requirement",
                Payloads.upTo(500));
        var answer = office.send("POST", "/api/problems/" + number + "/slips", json(order));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        fire(number, "officeOpens");
        var slips = office.get("/api/problems/" + number + "/slips").body();
        return slips.replaceAll("(?s).*\"number\":\"(SD-[^\"]*)\".*", "$1");
    }

    private String letter() {
        var letter = letters.open("2017Q", "2017Q-R05", LocalDate.of(2026, 11, 1), "140400");
        letters.draft(
                letter, new LetterText("环督函", Payloads.upTo(1000), Payloads.upTo(100), Payloads.upTo(3000)), "office");
        letters.decide(letter, LetterState.APPROVED);
        return letter;
    }

    private void cockpit(Officer office, String number) {
        var instance = asSystem.call(() -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .listPage(0, 1)
                .get(0)
                .getId());
        office.go("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        shows(office, List.of(number), By.cssSelector(".ctn-tabbed, .process-instance, main"));
        var task = task(number, "rectify").getProcessInstanceId();
        office.go("/camunda/app/cockpit/default/#/process-instance/" + task + "/runtime?detailsTab=variables-tab");
        shows(office, List.of(number), By.cssSelector(".ctn-tabbed, .process-instance, main"));
    }

    /** Waits for the texts, then looks for what they would have made. */
    private void shows(Officer reader, List<String> texts, By place) {
        reader.see(place);
        reader.until(() -> texts.stream().allMatch(reader.text(By.tagName("body"))::contains));
        assertThat((List<?>) reader.run(MADE)).isEmpty();
        assertThat(reader.text(By.tagName("body"))).doesNotContain(Payloads.COMPUTED);
    }

    private void nothingWasAskedFor() {
        assertThat(jdbc.sql("select object from wubu.audit_event where object like :trap")
                        .param("trap", "%" + Payloads.TRAP + "%")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name.replace('/', '_')), content, StandardCharsets.UTF_8);
    }

    private static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String json, String field) {
        try {
            return JSON.readTree(json).path(field).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
