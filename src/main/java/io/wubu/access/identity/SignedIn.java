package io.wubu.access.identity;

import io.wubu.audit.Trace;
import io.wubu.database.Stay;
import io.wubu.traffic.Known;
import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in.
 *
 * @param groups the posts he holds, {@code ROLE@region}
 * @param regions the regions whose cases he may see
 * @param apps the webapps he may use: tasklist, cockpit, admin
 */
public record SignedIn(String userId, List<String> groups, List<String> regions, Set<String> apps)
        implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> ADMINISTRATORS = List.of("MINISTRY_ADMIN@", "SECURITY_ADMIN@", "AUDITOR@");

    /** The post he acts under, {@code ROLE@region}, as it stands in the audit log; empty if he holds none. */
    public String post() {
        return groups.stream().filter(group -> group.contains("@")).findFirst().orElse("");
    }

    /** Says whose this request is: to the audit log, to whoever counts requests in the database, and to his connection. */
    public static void trace(Optional<SignedIn> user) {
        user.ifPresentOrElse(SignedIn::trace, Known::no);
    }

    private void trace() {
        Known.yes();
        Stay.by(userId);
        Trace.by(userId, post());
    }

    /** Whether he is one of the three administrators (三员). */
    public boolean isAdministrator() {
        return groups.stream().anyMatch(group -> ADMINISTRATORS.stream().anyMatch(group::startsWith));
    }

    @Override
    public String getName() {
        return userId;
    }
}
