package io.wubu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.RealJobs;
import io.wubu.flow.AssignSteps;
import io.wubu.flow.InterviewPapers;
import io.wubu.flow.SpecialPapers;
import io.wubu.people.Role;
import io.wubu.problems.State;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * The problem nobody rectifies, in a real browser and on the real job executor: overdue, called in for an interview, its
 * requirements missed, the city under special supervision, handed over for accountability.
 */
class SecondStoryIT extends BrowserStory {

    /** 安阳市文峰区, which no other test uses: its interview and its city's special supervision are this story's own. */
    private static final String OWN_CITY = "410500";

    private static final String OWN_COUNTY = "410502";

    private final AssignSteps assign = new AssignSteps(this);
    private final InterviewPapers interview = new InterviewPapers(this);
    private final SpecialPapers special = new SpecialPapers(this);

    private RealJobs jobs;
    private String problem = "";
    private String call = "";
    private String inspection = "";

    @BeforeEach
    void startTheExecutor() {
        jobs = startJobs();
    }

    @AfterEach
    void stopTheExecutor() {
        jobs.close();
        List.of(problem, call, inspection).forEach(this::endAll);
    }

    @Test
    void aProblemNobodyRectifiesIsHandedOver() {
        found();
        becomesOverdue();
        ignoredUntilTheInterview();
        interviewed();
        requirementsAreMissed();
        supervised();
        handedOver();
        assertThat(asSystem.call(
                        () -> engine.getRuntimeService().createIncidentQuery().list()))
                .isEmpty();
    }

    @Override
    void afterwards(String number) {
        jobs.settle(List.of(number));
    }

    private void found() {
        problem = report(Role.SUPERVISION_TEAM, OWN_CITY, FindingPapers.finding(OWN_COUNTY, "散乱污"));
        by(Role.TEAM_LEADER, OWN_CITY, problem, "submitFinding", Map.of("confirmed", true));
        office("reviewFinding", problem, FindingPapers.passed("MAJOR", 5, "CALENDAR_DAY"));
        by(Role.CITY_ECO_OFFICE, OWN_CITY, problem, "signIn", Map.of("signedBy", "值班室主任"));
        by(Role.CITY_ECO_OFFICE, OWN_CITY, problem, "split", assign.split(OWN_COUNTY));
        by(Role.COUNTY_GOV, OWN_COUNTY, problem, "claimByCounty", assign.claim(problem));
        by(Role.RESPONSIBLE_UNIT, OWN_COUNTY, problem, "draftPlan", assign.plan(problem));
        by(Role.COUNTY_LEADER, OWN_COUNTY, problem, "approvePlan", Map.of("decision", "APPROVE"));
    }

    private boolean isToldOverdue() {
        return jdbc.sql("select exists (select from wubu.record_entry where subject = :number and step = 'overdue')")
                .param("number", problem)
                .query(Boolean.class)
                .single();
    }

    /** The date passes: the unit sees its card red. */
    private void becomesOverdue() {
        var due = problem(problem).dueAt();
        jobs.letTimePass("overdue notice", List.of(problem), this::isToldOverdue);
        assertThat(clock.instant()).isEqualTo(due);
        clock.advance(Duration.ofMinutes(1));
        var unit = officer(Role.RESPONSIBLE_UNIT, OWN_COUNTY);
        unit.list("已逾期");
        assertThat(unit.text(By.cssSelector(".sorting-choice .sort-by"))).isEqualTo("办理期限");
        assertThat(unit.text(By.cssSelector("li.task.wubu-overdue"))).contains(problem, "逾期");
        assertThat(unit.colour(By.cssSelector("li.task.wubu-overdue .wubu-lamp")))
                .isEqualTo("rgba(179, 38, 30, 1)");
    }

    /** What the superior demands is not done either; the county is called in. */
    private void ignoredUntilTheInterview() {
        jobs.letTimePass("urging", List.of(problem), () -> openSteps(problem).contains("urge"));
        by(Role.COUNTY_LEADER, OWN_COUNTY, problem, "urge", Map.of("demand", "请立即组织整改，三日内完成"));
        jobs.letTimePass("interview", List.of(problem), () -> problem(problem).state() == State.INTERVIEW);
        call = caseOf("interview");
    }

    private void interviewed() {
        assertThat(call).startsWith("IV-2017Q-" + OWN_COUNTY + "-");
        by(Role.PATROL_OFFICE, MINISTRY, call, "proposeInterview", interview.paper("proposeInterview"));
        by(Role.PATROL_TEAM, OWN_CITY, call, "verifyFacts", interview.paper("verifyFacts"));
        by(Role.MINISTRY_LEADER, MINISTRY, call, "approveInterview", interview.paper("approveInterview"));
        office("issueNotice", call, interview.paper("issueNotice"));
        by(Role.COUNTY_GOV, OWN_COUNTY, call, "submitReport", interview.paper("submitReport"));
        clock.to(LocalDateTime.parse(interview.inDays(7) + "T09:00"));
        office("holdMeeting", call, interview.paper("holdMeeting"));
        office("writeMinutes", call, interview.paper("writeMinutes"));
        jobs.until("demand", () -> openSteps(problem).contains("rectifyAfterInterview"));
        by(Role.COUNTY_GOV, OWN_COUNTY, call, "submitPlan", interview.paper("submitPlan"));
    }

    /** The requirement's date passes for the county and for the problem at once. */
    private void requirementsAreMissed() {
        jobs.letTimePass(
                "special supervision",
                List.of(problem, call),
                () -> problem(problem).state() == State.SPECIAL && nominations() > 0);
        inspection = caseOf("inspection");
        for (var task : tasks(call, "followUp")) {
            byTask(Role.PATROL_TEAM, OWN_CITY, task, "followUp", interview.followed("UNFULFILLED"));
        }
        office("assessInterview", call, InterviewPapers.assessment("FAIL"));
        jobs.until("failed interview", () -> openSteps(call).isEmpty());
        assertThat(passed(call)).contains("requirementMissed", "interviewFailed");
        assertThat(passed(problem)).contains("notRectifiedInTime");
    }

    private void supervised() {
        by(Role.PATROL_OFFICE, MINISTRY, inspection, "nominate", special.paper("nominate"));
        by(Role.MINISTRY_LEADER, MINISTRY, inspection, "approveSpecial", special.paper("approveSpecial"));
        for (var step : List.of("prepareSpecial", "superviseOnSite", "writeReport", "giveFeedback", "transferClues")) {
            inspectors(step);
        }
        by(Role.CITY_GOV, OWN_CITY, inspection, "submitLocalPlan", special.paper("submitLocalPlan"));
    }

    private void handedOver() {
        var unit = account(Role.RESPONSIBLE_UNIT, OWN_COUNTY);
        by(Role.RESPONSIBLE_UNIT, OWN_COUNTY, problem, "rectifyAfterSpecial", interview.rectification(unit));
        by(
                Role.CENTRAL_INSPECTION_TEAM,
                MINISTRY,
                problem,
                "verifyAfterSpecial",
                interview.verification(unit, "NOT_RECTIFIED"));
        jobs.until("handed over", () -> problem(problem).state() == State.HANDED_OVER);
        inspectors("followUpSpecial");
        inspectors("archiveSpecial");
        assertThat(passed(problem)).contains("interview", "specialSupervision", "handedOver");
        assertThat(passed(inspection)).contains("specialArchived");
        assertThat(openSteps(problem)).isEmpty();
    }

    private void office(String step, String number, Map<String, Object> paper) {
        by(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY, number, step, paper);
    }

    private void inspectors(String step) {
        by(Role.CENTRAL_INSPECTION_TEAM, MINISTRY, inspection, step, special.paper(step));
    }

    private String caseOf(String kind) {
        return jdbc.sql("select %1$s_number from wubu.%1$s_problem where problem_number = :p".formatted(kind))
                .param("p", problem)
                .query(String.class)
                .single();
    }

    private int nominations() {
        return jdbc.sql("select count(*) from wubu.inspection_nomination where source = :n")
                .param("n", call)
                .query(Integer.class)
                .single();
    }

    private List<String> tasks(String number, String step) {
        return asSystem.call(() -> engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .map(task -> task.getId())
                .toList());
    }
}
