package io.wubu.audit.chain;

import io.wubu.audit.ChainState;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code audit} on the health page: whether rows are chained in time, sealed, and kept from the application's own role; as last seen. */
@Component("auditHealthIndicator")
class AuditHealth implements HealthIndicator {

    private final ChainState state;

    AuditHealth(ChainState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        var health = state.isBehind() ? Health.outOfService() : Health.up();
        health.withDetail("unchainedSeconds", state.waiting().toSeconds())
                .withDetail("protectedFromApplication", state.isProtected());
        var seal = state.lastSeal();
        if (seal != null) {
            health.withDetail("sealedSequence", seal.sequence()).withDetail("sealedAt", seal.at());
        }
        return health.withDetail("note", note()).build();
    }

    private String note() {
        var broken = state.broken();
        if (state.isBehind()) {
            return "审计记录长时间没有成链，需要留痕的操作一律不办理";
        }
        if (broken != null) {
            return broken;
        }
        return state.isProtected() ? "审计记录正常" : "数据库只配置了一个角色，审计记录对该角色没有保护";
    }
}
