package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;

/** An owner before the page 忘记口令／首次启用, and the administrators he tells his code. */
public class Claimant {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser;
    private final String account;

    /** Not signed in. */
    public Claimant(Browser browser, String account) {
        this.browser = browser;
        this.account = account;
    }

    /** Files his wish; the code. */
    public String files(String password) {
        return code(tries(password, false));
    }

    /** The same, his telephone lost. */
    public String filesWithoutPhone(String password) {
        return code(tries(password, true));
    }

    /** What is answered to his wish. */
    public HttpResponse<String> tries(String password, boolean lostPhone) {
        return browser.send(
                "POST",
                "/api/sign-in/claims",
                json(Map.of("account", account, "newPassword", password, "lostPhone", lostPhone)));
    }

    /** An administrator types what he was told. */
    public HttpResponse<String> confirmed(Browser administrator, String code) {
        return administrator.send("POST", "/api/claims", json(Map.of("account", account, "code", code)));
    }

    /** From the wish to its effect. */
    public void becomes(String password, Browser one, Browser other) {
        var code = files(password);
        assertThat(confirmed(one, code).body()).contains("\"done\":false");
        assertThat(confirmed(other, code).body()).contains("\"done\":true");
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Entrance.json(answer.body()).get("code").asText();
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
