package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.browser.Look;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.papers.Papers;
import io.wubu.people.Role;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on PostgreSQL, one context for all tests. Time stands still until a test moves it; jobs run only
 * when a test fires them; officers work as they do at the counter: claim, fill in, hand in.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "wubu.sample.enabled=false",
            "server.address=127.0.0.1", // only then is anything waived for the accounts the tests open
            "camunda.bpm.job-execution.enabled=false",
            "wubu.recalculation.automatic=false",
            "wubu.sign-in.failures-a-minute=1000000", // time stands still: all tests' failures fall into one minute
            "spring.freemarker.enabled=false", // the identity provider's pages
        })
@Import({WubuTest.Setup.class, Counter.class, CaseWork.class, Ledger.class, Look.class})
public abstract class WubuTest {

    /** A county of 邯郸 and one of 晋城, used by most tests. */
    public static final String COUNTY = "130403";

    protected static final String OTHER_COUNTY = "140581";
    public static final String CITY = "130400";
    public static final String MINISTRY = "000000";

    /** The password of every account the tests open. */
    protected static final String PASSWORD = Counter.PASSWORD;

    /** A database of this run's own, and who proves identities outside. */
    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry properties) {
        Outsiders.configure(properties);
        properties.add(
                "wubu.data-dir",
                () -> "target/it-data/" + ProcessHandle.current().pid());
    }

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Problems problems;

    @Autowired
    protected Papers papers;

    @Autowired
    protected AsSystem asSystem;

    @Autowired
    private Counter counter;

    @Autowired
    private CaseWork work;

    @Autowired
    private Ledger ledger;

    /** The beans the tests replace. Only imported, never scanned: KillIT starts the application with this class about. */
    static class Setup {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }

        @Bean
        Paths paths() {
            return new Paths();
        }
    }

    @BeforeEach
    void prepare() {
        engine.getIdentityService().clearAuthentication();
        clock.to(LocalDateTime.of(2026, 11, 24, 9, 0));
        if (jdbc.sql("select count(*) from wubu.campaign").query(Integer.class).single() == 0) {
            ledger.openCampaign();
        }
    }

    /** The account of a role in a region, opened if need be. Password: {@code geheim-1234}. */
    public String account(Role role, String region) {
        return counter.account(role, region);
    }

    /** The clock the tests move. */
    public MutableClock clock() {
        return clock;
    }

    /** Registers a problem in a region, assigned and in stage ②, its process started as an imported one. */
    protected String importedProblem(String region, String type) {
        return ledger.importedProblem(region, type);
    }

    /** Registers a finding of the team, its process started from the beginning. */
    protected String foundProblem(String region, String type) {
        return ledger.foundProblem(region, type);
    }

    /** The ledger row. */
    public Problem problem(String number) {
        return problems.get(number);
    }

    /** The one open task of a step of a case. */
    protected Task task(String number, String step) {
        return work.task(number, step);
    }

    /** The steps of a case that wait for somebody. */
    public Set<String> openSteps(String number) {
        return work.openSteps(number);
    }

    /** The activity ids all instances of a case have passed. */
    protected Set<String> passed(String number) {
        return work.passed(number);
    }

    /** Claims the step as that account and hands in its paper, then runs the automatic work behind it. */
    public void handIn(String account, String number, String step, Map<String, Object> fields) {
        var task = task(number, step);
        assertThat(task).as("open task %s of %s", step, number).isNotNull();
        handIn(account, task.getId(), fields);
        runJobs(number);
    }

    /** The same for a task that is already found, without running jobs. */
    protected void handIn(String account, String taskId, Map<String, Object> fields) {
        counter.handIn(account, taskId, fields);
    }

    /** Runs something as the signed-in account, with its groups and region. */
    protected void as(String account, Runnable action) {
        counter.as(account, action);
    }

    /** Uploads small pictures as that account; their ids as a form sends them. */
    public List<String> photos(String account, int count) {
        return counter.photos(account, count);
    }

    /** Runs the automatic (asynchronous) work of a case that waits now; timers stay. */
    protected void runJobs(String number) {
        work.runJobs(number);
    }

    /** Ends all instances of a case, so that a test can begin at a later step. */
    protected void endAll(String number) {
        work.endAll(number);
    }

    /** Moves the clock to the timer's date and fires it; the case's automatic work follows. */
    protected void fire(String number, String timer) {
        work.fire(number, timer);
    }

    /** The waiting jobs of all instances of a case. */
    protected List<Job> jobs(String number) {
        return work.jobs(number);
    }

    /** The activity a job belongs to. */
    protected String activity(Job job) {
        return work.activity(job);
    }

    /** Starts the real job executor until the answer is closed. */
    protected RealJobs startJobs() {
        return new RealJobs(engine, jdbc, work, clock);
    }

    /** What a job's handler is configured with; names the listener of a reminder. */
    protected static String handler(Job job) {
        return String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw());
    }
}
