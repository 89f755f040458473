package io.wubu.flow.guard;

import io.wubu.audit.Trace;
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
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;

/**
 * What our rules refuse on the engine's own routes is the caller's affair, not a failure of the server: the engine would answer
 * 500. The shape of the answer is the engine's, which its webapps read.
 */
@Provider
class EngineAnswers implements ExceptionMapper<RuntimeException> {

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
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }

    private static Response refused(Status status, String kind, RuntimeException refusal) {
        Trace.refused(kind);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "urn:wubu:" + kind, "message", String.valueOf(refusal.getMessage())))
                .build();
    }
}
