package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.autoconfigure.web.servlet.SpringBootMockMvcBuilderCustomizer;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What changes when requests come by TLS: cookies never go without it again. All filters run, on a request called secure. */
class TlsIT extends WubuTest {

    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");

    @Autowired
    private WebApplicationContext context;

    private MockMvc http;

    @BeforeEach
    void open() {
        var builder = MockMvcBuilders.webAppContextSetup(context);
        var allFilters = new SpringBootMockMvcBuilderCustomizer(context);
        allFilters.setPrint(MockMvcPrint.NONE);
        allFilters.customize(builder);
        http = builder.build();
    }

    /** T28. */
    @Test
    void everyCookieIsSecureAndClosedToScripts() throws Exception {
        var cookies = signIn(true);
        assertThat(cookies)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure").contains("; SameSite=Lax"));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie).contains("; HttpOnly"));
        assertThat(signIn(false)).noneSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    /** T29: a year at least, on pages, data, scripts and refusals. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/sign-in.html",
                "/desk/page.js",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/engine-rest/task",
                "/api/me",
                "/v3/api-docs",
                "/nothing",
            })
    void everyAnswerAsksForTlsFromNowOn(String path) throws Exception {
        var answer = http.perform(get(path).secure(true)).andReturn().getResponse();
        var matcher = MAX_AGE.matcher(String.valueOf(answer.getHeader("Strict-Transport-Security")));
        assertThat(matcher.find()).as("%s has the header", path).isTrue();
        assertThat(Long.parseLong(matcher.group(1))).isGreaterThanOrEqualTo(TimeUnit.DAYS.toSeconds(365));
    }

    private List<String> signIn(boolean secure) throws Exception {
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        return http.perform(post("/api/sign-in")
                        .secure(secure)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"account\":\"" + account + "\",\"password\":\"" + PASSWORD + "\"}"))
                .andReturn()
                .getResponse()
                .getHeaders("Set-Cookie");
    }
}
