package io.wubu.access.routes;

import io.wubu.access.identity.SignedIn;
import java.util.Set;

/**
 * One line of own-routes.txt: which roles may call which method of which path, and how its rows are limited.
 *
 * @param roles by their identifiers; empty for what is open to anybody
 */
record OwnRoute(Set<String> roles, Rows rows, RoutePath path) {

    /** Open before signing in. */
    boolean isOpen() {
        return roles.isEmpty();
    }

    /** Whether one of the caller's posts, {@code ROLE@region}, may call it. */
    boolean admits(SignedIn caller) {
        return isOpen()
                || caller.groups().stream()
                        .filter(group -> group.contains("@"))
                        .anyMatch(group -> roles.contains(group.substring(0, group.indexOf('@'))));
    }
}
