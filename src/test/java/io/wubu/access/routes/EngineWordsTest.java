package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** T70: a refusal of the engine's keeps its status, our sentences keep their words, and nothing tells what is inside. */
class EngineWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "400 | {\"type\":\"InvalidRequestException\",\"message\":\"Cannot set query parameter 'a'\"} | urn:wubu:malformed | 请求的条件",
                "400 | {\"type\":\"BadUserRequestException\",\"message\":\"查询和过滤器中不能使用表达式\"} | urn:wubu:malformed | 查询和过滤器",
                "400 | {\"type\":\"urn:wubu:rule-broken\",\"message\":\"职责分离\"} | urn:wubu:rule-broken | 职责分离",
                "400 | {\"type\":\"x\",\"message\":\"甲 java.lang.Integer\"} | urn:wubu:malformed | 请求的条件",
                "400 | {\"type\":\"x\",\"message\":\"“甲”：NullPointerException\"} | urn:wubu:malformed | 请求的条件",
                "400 | {\"type\":\"x\",\"message\":\"Cannot find 甲\"} | urn:wubu:malformed | 请求的条件",
                "400 | Cannot deserialize value of type `java.lang.Integer` | urn:wubu:malformed | 请求的条件",
                "403 | {\"type\":\"AuthorizationException\",\"userId\":\"u\",\"resourceName\":\"Task\"} | urn:wubu:forbidden | 没有权限",
                "404 | <html>org.glassfish</html> | urn:wubu:unknown | 没有找到",
                "409 | {\"type\":\"OptimisticLockingException\",\"message\":\"ENGINE-03005\"} | urn:wubu:stale | 刚刚已有变化",
                "500 | {\"type\":\"NullPointerException\",\"message\":\"null\",\"code\":0} | urn:wubu:failed | 系统出错",
                "500 | `` | urn:wubu:failed | 系统出错",
            })
    void aRefusalIsToldInOurWords(int status, String said, String type, String words) {
        var told = EngineWords.told(status, said == null ? "" : said);
        assertThat(told)
                .containsEntry("type", type)
                .containsEntry("status", status)
                .containsKey("trace");
        assertThat(String.valueOf(told.get("message"))).startsWith(words);
        assertThat(told.toString()).doesNotContain("Exception", "java.", "org.", "Cannot", "ENGINE");
    }

    @Test
    void anAnswerPassesAsItIsAndAnErrorOfTheContainersBecomesOurs() throws IOException, ServletException {
        var whole = answered(200, "[{\"type\":\"x.y.ZException\"}]");
        assertThat(whole.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("[{\"type\":\"x.y.ZException\"}]");
        var broken = answered(500, "java.lang.IllegalStateException: x");
        assertThat(broken.getStatus()).isEqualTo(500);
        assertThat(broken.getContentAsString(StandardCharsets.UTF_8))
                .contains("系统出错")
                .doesNotContain("java");
        assertThat(broken.getContentLength()).isEqualTo(broken.getContentAsByteArray().length);
        var wrapped = answered(500, "{\"message\":\"org.camunda.bpm.engine.BadUserRequestException: x\"}");
        assertThat(wrapped.getStatus()).isEqualTo(400);
        assertThat(wrapped.getContentAsString(StandardCharsets.UTF_8)).contains("请求的条件");
        var sent = new MockHttpServletResponse();
        EngineWords.around(
                (request, response) -> ((HttpServletResponse) response).sendError(405, "x"),
                new MockHttpServletRequest(),
                sent);
        assertThat(sent.getStatus()).isEqualTo(405);
        assertThat(sent.getContentAsString(StandardCharsets.UTF_8)).contains("没有找到");
    }

    private static MockHttpServletResponse answered(int status, String said) throws IOException, ServletException {
        var sent = new MockHttpServletResponse();
        EngineWords.around(
                (request, response) -> {
                    ((HttpServletResponse) response).setStatus(status);
                    response.setContentLength(said.length());
                    response.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
                    response.flushBuffer();
                },
                new MockHttpServletRequest(),
                sent);
        return sent;
    }
}
