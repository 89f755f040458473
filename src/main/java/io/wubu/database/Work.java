package io.wubu.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kinds of work that have connections and limits of their own, so that one kind can't take what another needs. */
public enum Work {
    /** Reads. */
    LISTS,
    /** Changes. */
    STEPS,
    /** Whoever is not signed in yet: sign-in, setup, pages. */
    DOORS,
    /** What no request waits for: the engine's executor, whatever repeats by itself. */
    JOBS,
    /** Imports, exports, verification, recalculation. */
    LONG,
    /** Whoever watches over us. */
    HEALTH;

    private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();

    /** What this thread does. */
    static Work current() {
        var work = CURRENT.get();
        return work == null ? JOBS : work;
    }

    /** Does something as work of this kind. */
    public <T extends @Nullable Object> T during(Supplier<T> action) {
        var before = begin();
        try {
            return action.get();
        } finally {
            end(before);
        }
    }

    /** The same without an answer. */
    public void during(Runnable action) {
        during(() -> {
            action.run();
            return true;
        });
    }

    /** From now on this thread does work of this kind; the answer is what it did before. */
    @Nullable
    Work begin() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return before;
    }

    static void end(@Nullable Work before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
