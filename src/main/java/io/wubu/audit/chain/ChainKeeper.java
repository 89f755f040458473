package io.wubu.audit.chain;

import io.wubu.audit.ChainHash;
import io.wubu.audit.ChainState;
import io.wubu.audit.NodeName;
import io.wubu.audit.Refusals;
import io.wubu.audit.Seal;
import io.wubu.database.Pulse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Chains every second and seals at start, at intervals and at the end, on a thread of its own. */
@Component
class ChainKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChainKeeper.class);

    private static final long LAST_WORK = 2;

    private final AuditChain chain;
    private final ChainState state;
    private final Pulse pulse;
    private final Refusals refusals;
    private final ChainHash signer;
    private final Seals seals;
    private final String node;
    private final Duration interval;
    private final Duration sealInterval;
    private final Duration mostBehind;
    private @Nullable ScheduledExecutorService thread;

    ChainKeeper(
            AuditChain chain,
            ChainState state,
            Pulse pulse,
            Refusals refusals,
            AuditKey key,
            NodeName node,
            @Value("${wubu.audit.seal-dir}") Path folder,
            @Value("${wubu.audit.chain-interval}") Duration interval,
            @Value("${wubu.audit.seal-interval}") Duration sealInterval,
            @Value("${wubu.audit.most-behind}") Duration mostBehind) {
        this.chain = chain;
        this.state = state;
        this.pulse = pulse;
        this.refusals = refusals;
        this.signer = key.hash();
        this.seals = new Seals(folder);
        this.node = node.toString();
        this.interval = interval;
        this.sealInterval = sealInterval;
        this.mostBehind = mostBehind;
    }

    /** Before the web server opens. */
    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(work -> {
            var made = new Thread(work, "wubu-audit");
            made.setDaemon(true);
            return made;
        });
        thread = fresh;
        fresh.execute(this::compareWithSeals);
        fresh.scheduleWithFixedDelay(this::chain, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        fresh.scheduleWithFixedDelay(this::seal, 0, sealInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** When requests and jobs have ended: what they left is chained and sealed. */
    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        running.execute(this::chain);
        running.execute(this::seal);
        running.shutdown();
        try {
            if (!running.awaitTermination(LAST_WORK, TimeUnit.SECONDS)) {
                LOG.warn("审计链的收尾没有按时完成，下次启动时继续 (the chain's last work is left to the next start)");
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** First to start and last to stop of all that has phases. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    void chain() {
        if (pulse.trouble() != null) {
            return; // said once, by the pulse
        }
        refusals.tellFloods();
        try {
            chain.chainAll();
        } catch (SQLException | RuntimeException e) {
            LOG.error("审计链没有接上 (the audit chain could not be continued)", e);
        }
        try {
            state.judge(chain.oldestWaiting(), mostBehind);
            state.protection(chain.isProtected());
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the audit log can't be read; how far its chain is behind is not known", e);
        }
    }

    /** Seals the head; tells it to the log as well, which may lie on another machine. */
    synchronized void seal() {
        try {
            var head = chain.head();
            var seal = Seal.of(
                    head.sequence(), head.hash(), Instant.now().truncatedTo(ChronoUnit.SECONDS), node, signer.name());
            seals.add(seal, signer);
            state.sealed(seal);
            LOG.info("audit sealed: {}", seal.line());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("审计链头没有封存 (the audit chain's head could not be sealed)", e);
        }
    }

    /** A quick look at start: is the last sealed row still there as it was? The verifier looks at all of them. */
    private void compareWithSeals() {
        try {
            var known = seals.read(signer).seals();
            if (known.isEmpty()) {
                return;
            }
            var last = known.get(known.size() - 1);
            var head = chain.head();
            var cut = head.sequence() < last.sequence();
            var rewritten = head.sequence() == last.sequence()
                    && !HexFormat.of().formatHex(head.hash()).equals(last.hash());
            if (cut || rewritten) {
                var what = "审计记录与封存不符：封存至第 %d 条，库中末条为第 %d 条".formatted(last.sequence(), head.sequence());
                LOG.error("{} (the audit log contradicts its last seal: restored from a backup, or cut)", what);
                state.contradicted(what);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("the seals can't be compared with the audit log", e);
        }
    }
}
