package io.wubu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.flow.AssignSteps;
import io.wubu.flow.ClosurePapers;
import io.wubu.people.Role;
import io.wubu.problems.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** One problem from the finding to 已销号 in a real browser, each step by the account whose job it is. */
class JourneyIT extends BrowserStory {

    private final AssignSteps assign = new AssignSteps(this);
    private final ClosurePapers closure = new ClosurePapers(this);

    @Test
    void aProblemGoesFromTheFindingToClosed() {
        var number = report(Role.SUPERVISION_TEAM, CITY, FindingPapers.finding(COUNTY, "散乱污"));
        assertThat(problem(number).state()).isEqualTo(State.DRAFT);
        by(Role.TEAM_LEADER, CITY, number, "submitFinding", Map.of("confirmed", true));
        by(
                Role.MINISTRY_SUPERVISION_OFFICE,
                MINISTRY,
                number,
                "reviewFinding",
                FindingPapers.passed("CRITICAL", 20, "CALENDAR_DAY"));
        assertThat(problem(number).severity()).isEqualTo("CRITICAL");

        refusedSignIn(number);
        rectify(number);
        assertThat(openSteps(number)).containsExactly("applyForClosure");
        assertThat(problem(number).state()).isEqualTo(State.PATROL_VERIFIED);

        close(number);
        assertThat(problem(number).state()).isIn(State.CLOSED, State.SETTLED);
        caseFileShows(number);
    }

    @Override
    void afterwards(String number) {
        runJobs(number);
    }

    private void rectify(String number) {
        by(Role.CITY_ECO_OFFICE, CITY, number, "signIn", Map.of("signedBy", "值班室主任"));
        by(Role.CITY_ECO_OFFICE, CITY, number, "split", assign.split(COUNTY));
        by(Role.COUNTY_GOV, COUNTY, number, "claimByCounty", assign.claim(number));
        var plan = new HashMap<>(assign.plan(number));
        plan.put("milestones", List.of(Map.of("text", "完成断水断电", "date", "2026-12-01")));
        by(Role.RESPONSIBLE_UNIT, COUNTY, number, "draftPlan", plan);
        by(Role.COUNTY_LEADER, COUNTY, number, "approvePlan", Map.of("decision", "APPROVE"));
        by(Role.RESPONSIBLE_UNIT, COUNTY, number, "rectify", assign.rectified());
        by(Role.RESPONSIBLE_UNIT, COUNTY, number, "reportDone", assign.report(COUNTY));
        by(
                Role.COUNTY_ECO_BUREAU,
                COUNTY,
                number,
                "checkByCounty",
                Map.of("onSite", "YES", "conclusion", "PASS", "opinion", "现场核对整改措施逐项落实", "photos", 2));
        by(
                Role.PATROL_TEAM,
                CITY,
                number,
                "verifyOnSite",
                Map.of("verdict", "RECTIFIED", "note", "现场逐项核对，整改到位", "photos", 1));
    }

    private void close(String number) {
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        by(Role.RESPONSIBLE_UNIT, COUNTY, number, "applyForClosure", closure.applied(unit, "NONE"));
        by(Role.COUNTY_ECO_BUREAU, COUNTY, number, "firstReview", ClosurePapers.reviewed("PASS"));
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        by(Role.CITY_ECO_OFFICE, CITY, number, "acceptOnSite", closure.accepted("PASS", office));
        by(Role.CITY_ECO_OFFICE, CITY, number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-12-01"));
        fire(number, "noticeEnded");
        by(Role.CITY_LEADER, CITY, number, "signOff", ClosurePapers.signed("SIGN"));
        by(Role.PROVINCE_OFFICE, "130000", number, "fileRecord", ClosurePapers.filed("CONFIRM", "NONE"));
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
        assertThat(officer.text(By.tagName("body"))).contains("登记", "审核", "签收", "分办", "制定整改方案", "公示", number);
    }
}
