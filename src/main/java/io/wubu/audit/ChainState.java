package io.wubu.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the chain of this database stands, as this node last saw it. */
@Component
public class ChainState {

    private volatile boolean behind;
    private volatile Duration waiting = Duration.ZERO;
    private volatile @Nullable Seal lastSeal;
    private volatile @Nullable String broken;
    private volatile boolean kept = true;

    /** Whether rows have waited too long to be chained: nothing more is done that leaves a row. */
    public boolean isBehind() {
        return behind;
    }

    /** How long the oldest unchained row has waited. */
    public Duration waiting() {
        return waiting;
    }

    @Nullable
    public Seal lastSeal() {
        return lastSeal;
    }

    /** What the last seal contradicts, if it does. */
    @Nullable
    public String broken() {
        return broken;
    }

    /** Whether the application's role can neither change rows nor give itself the right. */
    public boolean isProtected() {
        return kept;
    }

    public void protection(boolean stands) {
        kept = stands;
    }

    public void judge(Duration oldest, Duration most) {
        waiting = oldest;
        behind = oldest.compareTo(most) > 0;
    }

    public void sealed(Seal seal) {
        lastSeal = seal;
    }

    public void contradicted(@Nullable String what) {
        broken = what;
    }
}
