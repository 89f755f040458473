package io.wubu.flow.guard;

import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.records.ProtectedFieldRead;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Every read of content that only its lane may know leaves a row before the content is given out (rule book 4.3, no. 4). */
@Component
class ProtectedReads {

    private final AuditLog audit;
    private final IdentityService identities;

    ProtectedReads(AuditLog audit, @Lazy IdentityService identities) {
        this.audit = audit;
        this.identities = identities;
    }

    @EventListener
    void told(ProtectedFieldRead read) {
        var object = read.subject() + " " + read.fields();
        var reader = identities.getCurrentAuthentication();
        if (reader == null || reader.getUserId() == null) {
            audit.before(AuditKind.PROTECTED_READ, object);
        } else {
            audit.before(
                    reader.getUserId(), EngineGuard.post(reader.getGroupIds()), AuditKind.PROTECTED_READ, object, null);
        }
    }
}
