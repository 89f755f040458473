package io.wubu.flow.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;

/** Refusals of our rules on the engine's routes keep their words and lose the 500. */
class EngineAnswersTest {

    private final EngineAnswers answers = new EngineAnswers();

    @Test
    void ourRefusalsAreTheCallersAffair() {
        assertThat(told(new Stale("刚刚已有他人办理"), 409)).containsEntry("message", "刚刚已有他人办理");
        assertThat(told(new Unknown("没有找到"), 404)).containsEntry("type", "urn:wubu:unknown");
        assertThat(told(new RuleBroken("assignee", "duty.separation", "职责分离"), 400))
                .containsEntry("type", "urn:wubu:rule-broken")
                .containsEntry("message", "职责分离");
    }

    @Test
    void whatIsMissingIsTheCallersAffair() {
        assertThat(told(new NullValueException("password is null"), 400)).containsEntry("message", "没有找到，或缺少必填项");
    }

    @Test
    void everythingElseIsAnsweredAsTheEngineDoes() {
        assertThat(answers.toResponse(new AuthorizationException("没有权限")).getStatus())
                .isEqualTo(403);
        assertThat(answers.toResponse(new IllegalStateException("x")).getStatus())
                .isEqualTo(500);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> told(RuntimeException refusal, int status) {
        Response answer = answers.toResponse(refusal);
        assertThat(answer.getStatus()).isEqualTo(status);
        return (Map<String, String>) answer.getEntity();
    }
}
