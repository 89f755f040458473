package io.wubu.flow.questions;

import io.wubu.audit.AuditUnavailable;
import io.wubu.audit.Trace;
import io.wubu.database.Trouble;
import io.wubu.shared.NoRoom;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/**
 * What our rules refuse on the engine's own routes is the caller's affair, not a failure of the server: the engine would answer
 * 500. The shape of the answer is the engine's, which its webapps read.
 */
@Provider
public class EngineAnswers implements ExceptionMapper<RuntimeException> {

    private static final int INSUFFICIENT_STORAGE = 507;

    @Override
    public Response toResponse(RuntimeException failure) {
        if (failure instanceof Stale) {
            return refused(Status.CONFLICT, "stale", failure);
        }
        if (failure instanceof Unknown) {
            return refused(Status.NOT_FOUND, "unknown", failure);
        }
        if (failure instanceof RuleBroken) {
            return refused(Status.BAD_REQUEST, "rule-broken", failure);
        }
        if (NoRoom.isCauseOf(failure)) {
            Trace.refused("disk");
            return Response.status(INSUFFICIENT_STORAGE)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Map.of("type", "urn:wubu:no-room", "message", NoRoom.MESSAGE))
                    .build();
        }
        var trouble = Trouble.of(failure);
        if (trouble.isPresent() && (trouble.get().isOfAll() || !(failure instanceof AuditUnavailable))) {
            return troubled(trouble.get());
        }
        if (failure instanceof AuditUnavailable) {
            return refused(Status.SERVICE_UNAVAILABLE, "not-audited", failure);
        }
        if (failure instanceof NullValueException) {
            return refused(Status.BAD_REQUEST, "malformed", new RuleBroken("body", "missing", "没有找到，或缺少必填项"));
        }
        if (Nonsense.isBefore(failure)) {
            return refused(
                    Status.BAD_REQUEST, "malformed", new RuleBroken("query", "nonsense", Nonsense.words(failure)));
        }
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }

    private static Response troubled(Trouble trouble) {
        Trace.refused("database " + trouble.type());
        if (trouble.isOfAll()) {
            Trace.told(); // the log is in there, too
        }
        return Response.status(trouble.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Retry-After", trouble.retryAfter())
                .entity(Map.of("type", "urn:wubu:" + trouble.type(), "message", trouble.words()))
                .build();
    }

    private static Response refused(Status status, String kind, RuntimeException refusal) {
        Trace.refused(kind);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "urn:wubu:" + kind, "message", String.valueOf(refusal.getMessage())))
                .build();
    }
}
