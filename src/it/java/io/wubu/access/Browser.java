package io.wubu.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A browser as far as the server can tell: cookies, the token of the webapps, JSON. */
public class Browser {

    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final String JSON = "application/json";

    private String server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String accept = JSON;
    private @Nullable String token;
    private @Nullable String password;

    public Browser(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** Turns to another node, with the same cookies and token. */
    public Browser to(int port) {
        server = "http://127.0.0.1:" + port;
        return this;
    }

    /** Signs in to a webapp as its page does. */
    public Browser signIn(String account, String app) {
        var status = tryToSignIn(account, "geheim-1234", app);
        if (status != 200) {
            throw new IllegalStateException(account + " could not sign in: " + status);
        }
        get(ENGINE + "/version");
        return this;
    }

    /** Sends what the login page would send; the status of the answer. */
    public int tryToSignIn(String account, String password, String app) {
        get("/camunda/app/" + app + "/default/");
        return send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/" + app,
                        "application/x-www-form-urlencoded",
                        "username=" + account.replace("@", "%40") + "&password=" + password)
                .statusCode();
    }

    /** Sends a password with every request, as another system would. */
    public Browser withPassword(String account, String password) {
        this.password = Base64.getEncoder().encodeToString((account + ":" + password).getBytes());
        return this;
    }

    /** Sends another token from now on. */
    public Browser withToken(@Nullable String token) {
        this.token = token;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    /** What somebody sees who follows a link. */
    public HttpResponse<String> page(String path) {
        accept = "text/html,application/xhtml+xml,*/*;q=0.8";
        try {
            return get(path);
        } finally {
            accept = JSON;
        }
    }

    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, "application/json", json);
    }

    /** The status of each of several requests sent at the same moment. */
    public static List<Integer> together(int times, Supplier<HttpResponse<String>> request) throws Exception {
        var pool = Executors.newFixedThreadPool(times);
        try {
            Callable<Integer> one = () -> request.get().statusCode();
            var answers = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(Collections.nCopies(times, one))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    /** What the server has set as that cookie. */
    public String cookie(String name) {
        return ((CookieManager) client.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
    }

    /** Uploads a file as a form does. */
    public HttpResponse<String> upload(String path, String field, String name, byte[] content) {
        var head = "--wubu\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=wubu",
                BodyPublishers.ofByteArrays(List.of(head.getBytes(), content, "\r\n--wubu--\r\n".getBytes())));
    }

    /** A request with a body of that type. */
    public HttpResponse<String> send(String method, String path, @Nullable String type, @Nullable String body) {
        return send(method, path, type, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, @Nullable String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).header("Accept", accept);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        if (password != null) {
            request.header("Authorization", "Basic " + password);
        }
        request.method(method, body);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().firstValue("X-XSRF-TOKEN").ifPresent(sent -> token = sent);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
