package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wubu.shared.BodyTooLong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What reaches the engine of a body: no list that would be no criterion, nothing long, nothing deep. */
class EngineBodyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{} | {}",
                "`` | ``",
                "{\"taskIdIn\":[]} | {\"taskIdIn\":[\"-\"]}",
                "{ \"taskIdIn\" : [ ] } | {\"taskIdIn\":[\"-\"]}",
                "{\"taskIdIn\":[\"a\"],\"candidateGroups\":[]} | {\"taskIdIn\":[\"a\"],\"candidateGroups\":[\"-\"]}",
                "{\"orQueries\":[{\"taskIdIn\":[]},{}]} | {\"orQueries\":[{\"taskIdIn\":[\"-\"]},{}]}",
                "{\"assigneeNotIn\":[]} | {\"assigneeNotIn\":[]}",
                "{\"processVariables\":[],\"sorting\":[],\"orQueries\":[]} | {\"processVariables\":[],\"sorting\":[],\"orQueries\":[]}",
                "{\"activityIdIn\":[]} | {\"activityIdIn\":[\"-\"]}",
                "{\"a\":1.50,\"b\":null,\"c\":true,\"d\":\"甲\"} | {\"a\":1.50,\"b\":null,\"c\":true,\"d\":\"甲\"}",
            })
    void anEmptyListOfValuesAsksForWhatNoRowHas(String sent, String read) throws IOException {
        assertThat(read(sent, false)).isEqualTo(read);
    }

    @Test
    void theCockpitSaysByEmptyListsThatNothingIsChosen() throws IOException {
        var sent = "{\"activityIdIn\":[],\"activityInstanceIdIn\":[],\"processInstanceIdIn\":[]}";
        assertThat(read(sent, true))
                .isEqualTo("{\"activityIdIn\":[],\"activityInstanceIdIn\":[],\"processInstanceIdIn\":[\"-\"]}");
    }

    @Test
    void whatIsLongDeepOrNoJsonIsRefused() {
        for (var sent : new String[] {
            "{",
            "{\"a\":",
            "[".repeat(17) + "]".repeat(17),
            "x",
            "null",
            "[]",
            "1",
            "{\"a\":[null]}",
            "{\"a\":1}}",
            "{\"a\":\u0001}"
        }) {
            assertThatThrownBy(() -> read(sent, false)).as(sent).isInstanceOf(JsonProcessingException.class);
        }
        assertThatThrownBy(
                        () -> EngineBody.of(request("{\"a\":\"" + "x".repeat(100) + "\"}", "text/plain"), 100, false))
                .isInstanceOf(BodyTooLong.class);
        var announced = request("{}", "application/json");
        announced.setContent(new byte[101]);
        assertThatThrownBy(() -> EngineBody.of(announced, 100, false)).isInstanceOf(BodyTooLong.class);
    }

    @Test
    void whatIsNoJsonIsPassedOnAsItIs() throws IOException {
        var read = EngineBody.of(request("a=[]&b", "application/x-www-form-urlencoded"), 100, false);
        assertThat(read.getReader().readLine()).isEqualTo("a=[]&b");
    }

    private static String read(String sent, boolean mayChoose) throws IOException {
        var read = EngineBody.of(request(sent, "application/json"), 64 * 1024, mayChoose);
        var content = read.getInputStream().readAllBytes();
        assertThat(read.getContentLength()).isEqualTo(content.length);
        return new String(content, StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String sent, String type) {
        var request = new MockHttpServletRequest("POST", "/camunda/api/engine/engine/default/task");
        request.setContentType(type);
        request.setContent(sent.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
