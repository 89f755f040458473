package io.wubu.twonodes;

import io.wubu.WubuApplication;
import io.wubu.accounts.Accounts;
import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.flow.directory.AccountKeeping;
import io.wubu.flow.directory.Directory;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.engine.JobSwitch;
import io.wubu.flow.rules.Severities;
import io.wubu.nodes.MachineClock;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.regions.Region;
import io.wubu.shared.Actor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole application of its own beside the tests': own port, own engine name, real job executor, real time. */
final class Node implements AutoCloseable {

    static final String COUNTY = "130403";

    /** Nodes that share a database need the same one. */
    private static final String KEY = "74657374".repeat(8);

    private static final AtomicInteger SITES = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a node with a name, as which the engine signs what it does. */
    static Node start(String name, Duration ahead, String... settings) {
        var machine = new ShiftedMachine(ahead);
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--wubu.sample.enabled=false",
                "--wubu.sign-in.second-factor=none",
                "--wubu.secrets.key=" + KEY,
                "--camunda.bpm.process-engine-name=" + name,
                "--camunda.bpm.webapp.enabled=false",
                "--camunda.bpm.job-execution.max-jobs-per-acquisition=5",
                "--wubu.clock.interval=400ms",
                "--camunda.bpm.webapp.auth.cache.time-to-live=2000")); // a minute in earnest
        all.addAll(List.of(settings));
        var context = new SpringApplicationBuilder(WubuApplication.class)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("noTests", new NoTests());
                    fresh.getBeanFactory().registerSingleton("signature", new Signature(name));
                    ((org.springframework.context.support.GenericApplicationContext) fresh)
                            .registerBean(
                                    "shiftedMachine",
                                    ShiftedMachine.class,
                                    () -> machine,
                                    bean -> bean.setPrimary(true));
                })
                .run(all.toArray(String[]::new));
        return new Node(context);
    }

    /** Sets the machine's clock right or wrong. */
    void machineAhead(Duration by) {
        bean(ShiftedMachine.class).ahead = by;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    boolean runsJobs() {
        return bean(JobSwitch.class).isOn();
    }

    HttpResponse<String> get(String path, String account) throws IOException, InterruptedException {
        return client.send(request(path, account).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String account, String json) throws IOException, InterruptedException {
        return client.send(
                request(path, account)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** An account loses its only post. */
    void loses(String account, Role role, String region) {
        bean(AccountKeeping.class).take(account, role.at(region), "test");
    }

    private HttpRequest.Builder request(String path, String account) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        if (!account.isEmpty()) {
            var login = Base64.getEncoder().encodeToString((account + ":geheim-1234").getBytes());
            request.header("Authorization", "Basic " + login);
        }
        return request;
    }

    /** Opens the campaign whose rounds the problems belong to. */
    void openCampaign() {
        var campaigns = bean(Campaigns.class);
        campaigns.open(new Campaign("2017Q", "攻坚行动", LocalDate.of(2026, 9, 4), LocalDate.of(2027, 4, 1), 470));
        campaigns.add(
                new Round("2017Q-R06", "2017Q", 6, 2, LocalDate.of(2026, 9, 4), LocalDate.of(2026, 12, 31), "RUNNING"));
    }

    /** The account of a role in a region. */
    String account(Role role, String region) {
        var id = role.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (region.equals(Region.MINISTRY) ? "" : "." + region);
        var person = new Person(id, role.chinese(), role, region, null);
        bean(People.class).add(person);
        bean(Directory.class).open(person, "geheim-1234");
        bean(Accounts.class).mustChange(id, false);
        bean(Accounts.class).foundedBySetup(id);
        return id;
    }

    /** An account as a sample would open it, which has no place on a database of others. */
    String waived(Role role, String region) {
        var id = account(role, region);
        jdbc().sql("update wubu.account set claimed_at = null where user_id = :id")
                .param("id", id)
                .update();
        bean(Accounts.class).waive(id);
        return id;
    }

    /** A problem of the county that waits to be signed for, found on a day. */
    String importedProblem(LocalDate found) {
        var site = "点位" + SITES.incrementAndGet();
        var number = bean(Problems.class)
                .register(
                        new Finding(
                                "SUPERVISION",
                                COUNTY,
                                "2017Q-R06",
                                null,
                                site,
                                null,
                                null,
                                null,
                                "散乱污",
                                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                                found,
                                null,
                                null,
                                null),
                        Actor.SYSTEM,
                        List.of());
        var severities = bean(Severities.class);
        severities.propose(number);
        severities.assign(number, Move.of("import", "台账导入", Actor.SYSTEM, List.of(State.DRAFT), State.ASSIGNED), null);
        bean(AsSystem.class).run(() -> bean(RuntimeService.class)
                .createMessageCorrelation("wubu.ledgerRowAccepted")
                .processInstanceBusinessKey(number)
                .setVariable("regionCode", COUNTY)
                .correlateStartMessage());
        return number;
    }

    @Override
    public void close() {
        context.close();
    }

    /** A machine whose clock a test sets wrong. */
    static final class ShiftedMachine implements MachineClock {

        private volatile Duration ahead;

        ShiftedMachine(Duration ahead) {
            this.ahead = ahead;
        }

        @Override
        public Instant now() {
            return Instant.now().plus(ahead);
        }
    }

    /** The beans the other tests replace are not for nodes. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getClassMetadata().getClassName().contains("WubuTest");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }

    /** Lets the job log tell which node did the work. */
    private static final class Signature extends AbstractProcessEnginePlugin {

        private final String name;

        Signature(String name) {
            this.name = name;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setHostname(name);
        }
    }
}
