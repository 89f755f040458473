package io.wubu.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the chain of this database stands, as this node last saw it. */
@Component
class ChainState {

    private volatile boolean behind;
    private volatile Duration waiting = Duration.ZERO;
    private volatile @Nullable Seal lastSeal;
    private volatile @Nullable String broken;
    private volatile boolean kept = true;

    /** Whether rows have waited too long to be chained: nothing more is done that leaves a row. */
    boolean isBehind() {
        return behind;
    }

    /** How long the oldest unchained row has waited. */
    Duration waiting() {
        return waiting;
    }

    @Nullable
    Seal lastSeal() {
        return lastSeal;
    }

    /** What the last seal contradicts, if it does. */
    @Nullable
    String broken() {
        return broken;
    }

    /** Whether the application's role can neither change rows nor give itself the right. */
    boolean isProtected() {
        return kept;
    }

    void protection(boolean stands) {
        kept = stands;
    }

    void judge(Duration oldest, Duration most) {
        waiting = oldest;
        behind = oldest.compareTo(most) > 0;
    }

    void sealed(Seal seal) {
        lastSeal = seal;
    }

    void contradicted(@Nullable String what) {
        broken = what;
    }
}
