package io.wubu.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;

/** Somebody before the page of signing in: what he has filled in so far, sent again with every step. */
public class Entrance {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser;
    private final ObjectNode known = JSON.createObjectNode();

    /** Knows the account and its password; nothing is sent yet. */
    public Entrance(Browser browser, String account, String password) {
        this.browser = browser;
        known.put("account", account).put("password", password);
    }

    public Entrance newPassword(String password) {
        known.put("newPassword", password);
        return this;
    }

    public Entrance code(String code) {
        known.put("code", code);
        return this;
    }

    /** He has read what was done to his account. */
    public Entrance told() {
        known.put("told", true);
        return this;
    }

    public HttpResponse<String> tryIt() {
        return browser.send("POST", "/api/sign-in", known.toString());
    }

    /** What the door asks for next; {@code REFUSED} if it says nothing else. */
    public String step() {
        var answer = tryIt();
        return answer.statusCode() == 200
                ? json(answer.body()).get("step").asText()
                : answer.statusCode() == 401 ? "REFUSED" : String.valueOf(answer.statusCode());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
