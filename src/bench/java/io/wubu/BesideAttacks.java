package io.wubu;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What an officer feels while others misbehave: his list, a new sign-in and the health page are asked for, first in quiet, then beside
 * one officer's monstrous queries, 250 slow senders and 250 connections with wrong passwords, all at once. Against an
 * application that runs on this machine:
 *
 * <pre>java src/bench/java/io/wubu/BesideAttacks.java http://127.0.0.1:8080 PASSWORD [SECONDS]</pre>
 */
public final class BesideAttacks {

    private static final int SLOW = 250;
    private static final int WRONG = 250;
    private static final int MONSTROUS = 26;
    private static final int CONDITIONS = 400;

    private final URI root;
    private final String password;
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private volatile boolean over;

    private BesideAttacks(String root, String password) {
        this.root = URI.create(root);
        this.password = password;
    }

    /** Address, password of the sample's accounts, seconds of each part. */
    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        if (!URI.create(arguments[0]).getHost().equals("127.0.0.1")) {
            throw new IllegalArgumentException("only against 127.0.0.1");
        }
        new BesideAttacks(arguments[0], arguments[1]).run(seconds);
        System.exit(0);
    }

    private void run(int seconds) throws Exception {
        var victim = signedIn("city-eco-office.130400");
        var attacker = signedIn("county-gov.130403");
        watched("quiet", victim, seconds);
        var pool = Executors.newCachedThreadPool();
        for (var i = 0; i < SLOW; i++) {
            pool.execute(this::sendSlowly);
        }
        for (var i = 0; i < WRONG; i++) {
            var account = "city-gov.130400";
            pool.execute(() -> guess(account));
        }
        for (var i = 0; i < MONSTROUS; i++) {
            pool.execute(() -> ask(attacker));
        }
        TimeUnit.SECONDS.sleep(2);
        watched("beside all three", victim, seconds);
        over = true;
        pool.shutdownNow();
        System.out.println("attackers' answers: " + answers);
        TimeUnit.SECONDS.sleep(2);
        watched("afterwards", victim, Math.min(seconds, 10));
    }

    private void watched(String name, Session victim, int seconds) throws InterruptedException {
        var lists = Collections.synchronizedList(new ArrayList<Long>());
        var health = Collections.synchronizedList(new ArrayList<Long>());
        var doors = Collections.synchronizedList(new ArrayList<Long>());
        var told = new ConcurrentSkipListMap<String, AtomicInteger>();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var three = Executors.newFixedThreadPool(3);
        three.execute(() -> repeat(until, 100, () -> timed("list", lists, told, victim::list)));
        three.execute(() -> repeat(until, 500, () -> timed("health", health, told, this::health)));
        three.execute(() ->
                repeat(until, 1500, () -> timed("sign-in", doors, told, () -> signInStatus("county-leader.130403"))));
        three.shutdown();
        three.awaitTermination(seconds + 60L, TimeUnit.SECONDS);
        System.out.printf(
                "%-18s list %s | health %s | sign-in %s | %s%n", name, words(lists), words(health), words(doors), told);
    }

    private interface Ask {
        int status() throws Exception;
    }

    private static void repeat(long until, long pause, Runnable work) {
        while (System.nanoTime() < until) {
            work.run();
            sleep(pause);
        }
    }

    private static void timed(String what, List<Long> into, Map<String, AtomicInteger> told, Ask ask) {
        var begun = System.nanoTime();
        String said;
        try {
            said = what + " " + ask.status();
        } catch (Exception e) {
            said = what + " " + e.getClass().getSimpleName();
        }
        into.add((System.nanoTime() - begun) / 1_000_000);
        told.computeIfAbsent(said, key -> new AtomicInteger()).incrementAndGet();
    }

    private static String words(List<Long> millis) {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? "none"
                : "n=%d p50=%d p95=%d max=%d ms"
                        .formatted(
                                sorted.size(),
                                sorted.get(sorted.size() / 2),
                                sorted.get(sorted.size() * 95 / 100),
                                sorted.get(sorted.size() - 1));
    }

    private int health() throws Exception {
        return client().send(
                        HttpRequest.newBuilder(root.resolve("/actuator/health"))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    // ---- the attackers
    // --------------------------------------------------------------------------------------------------

    /** A body of 5,000 bytes, one each second, again and again. */
    private void sendSlowly() {
        while (!over) {
            try (var socket = new Socket(root.getHost(), root.getPort())) {
                socket.setSoTimeout(50);
                var out = socket.getOutputStream();
                out.write(("POST /api/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 5000\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
                while (!over) {
                    out.write(' ');
                    out.flush();
                    sleep(1000);
                    if (ended(socket)) {
                        break;
                    }
                }
            } catch (IOException refused) {
                count("slow: cut off");
                sleep(200);
            }
        }
    }

    private boolean ended(Socket socket) throws IOException {
        try {
            var first = socket.getInputStream().read();
            count(first < 0 ? "slow: closed" : "slow: answered");
            return true;
        } catch (java.net.SocketTimeoutException waiting) {
            return false;
        }
    }

    private void guess(String account) {
        var client = client();
        var n = 0;
        while (!over) {
            var wrong =
                    Base64.getEncoder().encodeToString((account + ":wrong-" + n++).getBytes(StandardCharsets.UTF_8));
            try {
                var status = client.send(
                                HttpRequest.newBuilder(root.resolve("/api/me"))
                                        .timeout(Duration.ofSeconds(30))
                                        .header("Authorization", "Basic " + wrong)
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                count("guess: " + status);
                sleep(50);
            } catch (Exception refused) {
                count("guess: " + refused.getClass().getSimpleName());
                sleep(200);
            }
        }
    }

    private void ask(Session attacker) {
        var conditions = new ArrayList<String>();
        for (var i = 0; i < CONDITIONS; i++) {
            conditions.add("{\"name\":\"v" + i + "\",\"operator\":\"eq\",\"value\":\"x\"}");
        }
        var body = "{\"processVariables\":[" + String.join(",", conditions) + "]}";
        while (!over) {
            try {
                count("query: "
                        + attacker.post("/camunda/api/engine/engine/default/task?maxResults=15", body)
                                .statusCode());
                sleep(50);
            } catch (Exception refused) {
                count("query: " + refused.getClass().getSimpleName());
                sleep(200);
            }
        }
    }

    private void count(String what) {
        answers.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }

    // ---- officers
    // -------------------------------------------------------------------------------------------------------

    private int signInStatus(String account) throws Exception {
        return sent(client(), account).statusCode();
    }

    private HttpResponse<String> sent(HttpClient client, String account) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve("/api/sign-in"))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private Session signedIn(String account) throws Exception {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        var answer = sent(client, account);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(account + " can't sign in: " + answer.statusCode());
        }
        var token = answer.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
        var session = new Session(client, token, null);
        var filters = session.get("/camunda/api/engine/engine/default/filter?resourceType=Task&maxResults=20");
        var id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(filters.body());
        if (!id.find()) {
            throw new IllegalStateException("no filter: " + filters.body());
        }
        return new Session(client, token, id.group(1));
    }

    private final class Session {

        private final HttpClient client;
        private final String token;
        private final String filter;

        Session(HttpClient client, String token, String filter) {
            this.client = client;
            this.token = token;
            this.filter = filter;
        }

        int list() throws Exception {
            return post(
                            "/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=15",
                            "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}")
                    .statusCode();
        }

        HttpResponse<String> get(String path) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .timeout(Duration.ofSeconds(60))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/hal+json, application/json;q=0.5")
                            .header("X-XSRF-TOKEN", token)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
