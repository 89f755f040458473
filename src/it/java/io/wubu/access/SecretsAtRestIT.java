package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.wubu.Owner;
import io.wubu.WubuTest;
import io.wubu.accounts.Telephone;
import io.wubu.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T95: whoever has the database, its files or the log has no password, no second factor, no session and no key. */
class SecretsAtRestIT extends WubuTest {

    private static final String PASSWORD_OF_HIS = "Merkwort-Zaunkoenig-58";
    private static final String WRONG = "Falschwort-Zaunkoenig-59";

    private static final String COLUMNS =
            """
            select c.table_schema || '.' || c.table_name as place, c.column_name, c.data_type
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'wubu')
              and c.data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb', 'xml', 'ARRAY')
            order by 1, 2
            """;

    private static final String FOUND =
            """
            select wanted from unnest(cast(:wanted as text[])) as wanted
            where exists (select 1 from %s where %s)
            """;

    /** What an operator turns on who looks for a fault. */
    private static final List<String> TALKATIVE =
            List.of("io.wubu", "org.springframework.web", "org.springframework.security", "org.camunda.bpm");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource source;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    @BeforeEach
    void listen() {
        log.start();
        TALKATIVE.forEach(name -> {
            logger(name).setLevel(Level.DEBUG);
            logger(name).setAdditive(false);
            logger(name).addAppender(log);
        });
    }

    @AfterEach
    void stop() {
        TALKATIVE.forEach(name -> {
            logger(name).detachAppender(log);
            logger(name).setAdditive(true);
            logger(name).setLevel(null);
        });
        jdbc.sql("delete from wubu.sign_in_failure").update();
    }

    @Test
    void noSecretStandsInTheDatabaseOrTheLog() throws IOException {
        var id = "t" + UUID.randomUUID().toString().substring(0, 8);
        var secrets = new ArrayList<String>();
        var browser = signedInWithEverything(id, secrets);
        for (var file : List.of("audit.key", "secrets.key", "database-owner.key")) {
            secrets.add(Files.readString(dataDir.resolve(file)).strip());
        }
        assertThat(secrets).hasSizeGreaterThan(10).allSatisfy(secret -> assertThat(secret)
                .hasSizeGreaterThanOrEqualTo(8));
        assertThat(browser.get("/api/me").statusCode()).as("the session lives").isEqualTo(200);

        assertThat(placesOf(List.of(id)))
                .as("the search finds what is there, in text and in bytes")
                .anySatisfy(place -> assertThat(place).startsWith("wubu.audit_event.account"))
                .anySatisfy(place -> assertThat(place).startsWith("wubu.spring_session_attributes.attribute_bytes"))
                .anySatisfy(place -> assertThat(place).startsWith("public.act_id_user."));
        assertThat(placesOf(secrets)).isEmpty();
        assertThat(filesWith(List.of(id)))
                .as("the search finds what is there, in tables and in the log of changes")
                .anySatisfy(file -> assertThat(file).startsWith("base/"))
                .anySatisfy(file -> assertThat(file).startsWith("pg_wal/"));
        assertThat(filesWith(secrets)).isEmpty();
        var lines = List.copyOf(log.list).stream()
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
        assertThat(lines).as("it is told what is read").anyMatch(line -> line.contains("Read \"application/json"));
        assertThat(lines.stream()
                        .filter(line -> secrets.stream().anyMatch(line::contains))
                        .toList())
                .isEmpty();
    }

    /** The database knows the session's id, but not what its cookie says beside it. */
    @Test
    void theStoredSessionIsNoCookie() throws Exception {
        var account = account(Role.PROCURATORATE, "140500");
        var officer = new Browser(port).signIn(account, "tasklist");
        var stored = jdbc.sql("select session_id from wubu.spring_session where principal_name = :account")
                .param("account", account)
                .query(String.class)
                .single();
        assertThat(decoded(officer)).startsWith(stored + ".");
        assertThat(status(officer.cookie("JSESSIONID"))).isEqualTo(200);
        assertThat(status(encoded(stored))).isEqualTo(401);
        assertThat(status(encoded(stored + "."))).isEqualTo(401);
        assertThat(status(encoded(stored + "." + "x".repeat(44)))).isEqualTo(401);
        var other = decoded(new Browser(port).signIn(account(Role.POLICE, "140500"), "tasklist"));
        assertThat(status(encoded(stored + other.substring(other.indexOf('.')))))
                .as("somebody else's proof")
                .isEqualTo(401);
    }

    /** An administrator from his first password to his second factor; everything only he may know. */
    private Browser signedInWithEverything(String id, List<String> secrets) {
        var opened = administrator(Role.MINISTRY_ADMIN)
                .send("POST", "/api/accounts", "{\"account\":\"" + id + "\",\"name\":\"试用\"}");
        var first = Entrance.json(opened.body()).get("password").asText();
        administrator(Role.SECURITY_ADMIN)
                .send(
                        "POST",
                        "/api/accounts/" + id + "/posts",
                        "{\"role\":\"MINISTRY_ADMIN\",\"regionCode\":\"000000\"}");
        var owner = new Claimant(new Browser(port), id);
        var code = owner.files(PASSWORD_OF_HIS);
        secrets.addAll(List.of(code, code.replace("-", "")));
        owner.confirmed(administrator(Role.SECURITY_ADMIN), code);
        owner.confirmed(administrator(Role.AUDITOR), code);
        var browser = new Browser(port);
        new Entrance(browser, id, WRONG).tryIt();
        new Browser(port).withPassword(id, WRONG).get("/api/me");
        var entrance = new Entrance(browser, id, PASSWORD_OF_HIS).told();
        var secret = Entrance.json(entrance.tryIt().body())
                .get("enrolment")
                .get("secret")
                .asText();
        var in = Entrance.json(entrance.code(Telephone.codeNow(secret)).tryIt().body());
        assertThat(in.get("step").asText()).isEqualTo("IN");
        new Browser(port).withPassword(id, PASSWORD_OF_HIS).get("/api/me");
        secrets.addAll(List.of(first, PASSWORD_OF_HIS, WRONG, secret));
        secrets.add(encoded(id + ":" + PASSWORD_OF_HIS));
        in.get("recoveryCodes").forEach(recovery -> {
            secrets.add(recovery.asText());
            secrets.add(recovery.asText().replace("-", ""));
        });
        secrets.add(browser.cookie("JSESSIONID"));
        secrets.add(decoded(browser));
        return browser;
    }

    /** Each column of each table that holds one of them, as the database's administrator sees it. */
    private TreeSet<String> placesOf(List<String> wanted) {
        var owner = Owner.of(source, dataDir);
        var places = new TreeSet<String>();
        owner.sql(COLUMNS).query().listOfRows().forEach(row -> {
            var column = "\"" + row.get("column_name") + "\"";
            var holds = row.get("data_type").equals("bytea")
                    ? "position(convert_to(wanted, 'UTF8') in " + column + ") > 0"
                    : "position(wanted in cast(" + column + " as text)) > 0";
            owner.sql(FOUND.formatted(row.get("place"), holds))
                    .param("wanted", wanted.toArray(String[]::new))
                    .query(String.class)
                    .list()
                    .forEach(found -> places.add(row.get("place") + "." + row.get("column_name") + ": " + found));
        });
        return places;
    }

    /** Each file of the database server that holds one of them: dead rows, indexes and the log of changes, too. */
    private List<String> filesWith(List<String> wanted) throws IOException {
        Owner.of(source, dataDir).sql("checkpoint").update();
        var server = dataDir.resolve("postgres");
        try (var files = Files.walk(server)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holdsOneOf(file, wanted))
                    .map(file -> server.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holdsOneOf(Path file, List<String> wanted) {
        try {
            var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            return wanted.stream().anyMatch(bytes::contains);
        } catch (NoSuchFileException e) {
            return false; // the server has just removed it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Browser administrator(Role role) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account(role, MINISTRY), PASSWORD).step())
                .isEqualTo("IN");
        return browser;
    }

    private int status(String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/me"))
                .header("Cookie", "JSESSIONID=" + cookie)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String decoded(Browser browser) {
        return new String(Base64.getDecoder().decode(browser.cookie("JSESSIONID")), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
