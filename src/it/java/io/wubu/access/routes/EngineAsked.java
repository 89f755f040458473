package io.wubu.access.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two who ask the engine through its own routes: an officer of the Tasklist and a manager of the Cockpit. */
abstract class EngineAsked extends WubuTest {

    static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    Browser officer;
    Browser manager;
    String filter;
    Map<String, String> plausible = Map.of();

    @BeforeEach
    void signIn() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn");
        officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        manager = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "cockpit");
        filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("待认领")
                .singleResult()
                .getId();
        plausible = Map.of(
                "filter", filter,
                "task", task.getId(),
                "process-instance", task.getProcessInstanceId(),
                "process-definition", task.getProcessDefinitionId());
    }

    static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }
}
