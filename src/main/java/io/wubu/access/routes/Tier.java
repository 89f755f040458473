package io.wubu.access.routes;

import java.util.Set;

/** Who may take a route of the engine's API. */
public enum Tier {
    /** Anybody, before signing in. */
    OPEN,
    /** Whoever may use the Tasklist. */
    OFFICER,
    /** Whoever may use the Cockpit. */
    MANAGER,
    /** Whoever may use the Admin application. */
    ADMIN,
    /** Anybody signed in. */
    USER,
    /** Nobody: the application does this itself, or it is not done here. */
    DENY,
    /** Nobody, and as if it did not exist. */
    GONE;

    boolean includes(Set<String> apps) {
        return switch (this) {
            case OFFICER -> apps.contains("tasklist");
            case MANAGER -> apps.contains("cockpit");
            case ADMIN -> apps.contains("admin");
            case OPEN, USER -> true;
            case DENY, GONE -> false;
        };
    }
}
