package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.browser.Look;
import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.evidence.Evidence;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.engine.Directory;
import io.wubu.flow.engine.Papers;
import io.wubu.flow.engine.Severities;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.regions.Regions;
import io.wubu.shared.Actor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
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
            "camunda.bpm.job-execution.enabled=false",
            "wubu.recalculation.automatic=false",
        })
@Import({WubuTest.Setup.class, Look.class})
public abstract class WubuTest {

    /** A county of 邯郸 and one of 晋城, used by most tests. */
    public static final String COUNTY = "130403";

    protected static final String OTHER_COUNTY = "140581";
    public static final String CITY = "130400";
    public static final String MINISTRY = "000000";

    /** A database of this run's own. */
    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry properties) {
        properties.add(
                "wubu.data-dir",
                () -> "target/it-data/" + ProcessHandle.current().pid());
    }

    private static final AtomicInteger SITES = new AtomicInteger();

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
    private People people;

    @Autowired
    private Directory directory;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Severities severities;

    @Autowired
    private Regions regions;

    @Autowired
    private ObjectProvider<Look> look;

    /** The beans the tests replace. */
    @TestConfiguration(proxyBeanMethods = false)
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
            campaigns.open(new Campaign("2017Q", "秋冬季攻坚行动", LocalDate.of(2026, 9, 4), LocalDate.of(2027, 4, 1), 470));
            for (var no = 1; no <= 15; no++) {
                var first = LocalDate.of(2026, 9, 4).plusDays(14L * (no - 1));
                campaigns.add(new Round(
                        "2017Q-R%02d".formatted(no),
                        "2017Q",
                        no,
                        no <= 5 ? 1 : 2,
                        first,
                        first.plusDays(13),
                        "RUNNING"));
            }
        }
    }

    /** The account of a role in a region, opened if need be. Password: {@code geheim-1234}. */
    public String account(Role role, String region) {
        var id = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                + (region.equals(MINISTRY) ? "" : "." + region);
        if (people.find(id).isEmpty()) {
            var post = regions.get(region).name() + role.chinese();
            var person = new Person(id, post, role, region, null);
            people.add(person);
            directory.open(person, "geheim-1234");
        }
        return id;
    }

    /** The clock the tests move. */
    public MutableClock clock() {
        return clock;
    }

    /** Registers a problem in a region, assigned and in stage ②, its process started as an imported one. */
    protected String importedProblem(String region, String type) {
        var number = problems.register(finding(region, type), Actor.SYSTEM, List.of());
        severities.propose(number);
        severities.assign(number, Move.of("import", "台账导入", Actor.SYSTEM, List.of(State.DRAFT), State.ASSIGNED), null);
        asSystem.run(() -> engine.getRuntimeService()
                .createMessageCorrelation("wubu.ledgerRowAccepted")
                .processInstanceBusinessKey(number)
                .setVariable("regionCode", region)
                .correlateStartMessage());
        return number;
    }

    /** Registers a finding of the team, its process started from the beginning. */
    protected String foundProblem(String region, String type) {
        var number = problems.register(
                finding(region, type),
                new Actor(account(Role.SUPERVISION_TEAM, regions.cityOf(region)), "督查组"),
                List.of());
        asSystem.run(() ->
                engine.getRuntimeService().startProcessInstanceByKey("fiveStep", number, Map.of("regionCode", region)));
        return number;
    }

    private static Finding finding(String region, String type) {
        return new Finding(
                "SUPERVISION",
                region,
                "2017Q-R06",
                null,
                "测试点位" + SITES.incrementAndGet(),
                null,
                null,
                null,
                type,
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null);
    }

    /** The one open task of a step of a case. */
    protected Task task(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .singleResult());
    }

    /** The steps of a case that wait for somebody. */
    public Set<String> openSteps(String number) {
        return asSystem.call(() -> {
            var steps = new TreeSet<String>();
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(task -> steps.add(task.getTaskDefinitionKey()));
            return steps;
        });
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
        as(account, () -> {
            engine.getTaskService().claim(taskId, account);
            look.ifAvailable(eye -> eye.at(
                    account,
                    engine.getTaskService()
                            .createTaskQuery()
                            .taskId(taskId)
                            .singleResult()
                            .getTaskDefinitionKey(),
                    taskId,
                    fields));
            papers.handIn(taskId, account, fields);
        });
    }

    /** Runs something as the signed-in account, with its groups and region. */
    protected void as(String account, Runnable work) {
        var identity = engine.getIdentityService();
        var groups = identity.createGroupQuery().groupMember(account).list().stream()
                .map(g -> g.getId())
                .toList();
        var tenants = identity.createTenantQuery().userMember(account).list().stream()
                .map(t -> t.getId())
                .toList();
        identity.setAuthentication(account, groups, tenants);
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Runs the automatic (asynchronous) work of a case that waits now; timers stay. */
    protected void runJobs(String number) {
        for (var rounds = 0; rounds < 20; rounds++) {
            var ready = jobs(number).stream()
                    .filter(job -> job.getDuedate() == null)
                    .toList();
            if (ready.isEmpty()) {
                return;
            }
            ready.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    /** Ends all instances of a case, so that a test can begin at a later step. */
    protected void endAll(String number) {
        asSystem.run(() ->
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .list()
                        .stream()
                        .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                        .forEach(instance ->
                                engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test of a part")));
    }

    /** Moves the clock to the timer's date and fires it; the case's automatic work follows. */
    protected void fire(String number, String timer) {
        var job = jobs(number).stream()
                .filter(candidate -> timer.equals(activity(candidate)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer " + timer + " of " + number));
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            clock.to(job.getDuedate().toInstant());
        }
        engine.getManagementService().executeJob(job.getId());
        runJobs(number);
    }

    /** The waiting jobs of all instances of a case. */
    protected List<Job> jobs(String number) {
        return asSystem.call(() -> {
            var jobs = new ArrayList<Job>();
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(instance -> jobs.addAll(engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .list()));
            return jobs;
        });
    }

    /** What a job's handler is configured with; names the listener of a reminder. */
    protected String handler(Job job) {
        return String.valueOf(
                ((org.camunda.bpm.engine.impl.persistence.entity.JobEntity) job).getJobHandlerConfigurationRaw());
    }

    /** The activity a job belongs to. */
    protected String activity(Job job) {
        return asSystem.call(() -> engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId());
    }

    /** The activity ids all instances of a case have passed. */
    protected Set<String> passed(String number) {
        return asSystem.call(() -> {
            var ids = new TreeSet<String>();
            engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .forEach(instance -> engine.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .list()
                            .forEach(activity -> ids.add(activity.getActivityId())));
            return ids;
        });
    }

    /** The ledger row. */
    public Problem problem(String number) {
        return problems.get(number);
    }

    /** Uploads small pictures as that account; their ids as a form sends them. */
    public List<String> photos(String account, int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(evidence.store("照片" + i + ".png", picture(i), account).id().toString());
        }
        return ids;
    }

    private static byte[] picture(int seed) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(seed % 40, 5, 0xff0000 + UUID.randomUUID().hashCode() % 0xffff);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
