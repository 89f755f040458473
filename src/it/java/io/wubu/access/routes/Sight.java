package io.wubu.access.routes;

import io.wubu.access.routes.Thing.Kind;
import io.wubu.people.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is to see what, told from the rule book (4.2, 4.3) and the tree of regions, without a line of the code under test.
 */
class Sight {

    private static final String MINISTRY = "000000";
    private static final Set<Role> CLUES = Set.of(Role.URGING_OFFICE, Role.DISCIPLINE);
    private static final Set<Role> TEAMS = Set.of(Role.SUPERVISION_TEAM, Role.TEAM_LEADER);

    private final Role role;
    private final String region;
    private final Set<String> tree;
    private final List<String> above;

    Sight(JdbcClient jdbc, Role role, String region) {
        this.role = role;
        this.region = region;
        tree = new TreeSet<>(walk(jdbc, "r.parent_code = t.code", region));
        above = walk(jdbc, "r.code = t.parent_code", region);
    }

    /** The region and all below it. */
    Set<String> tree() {
        return tree;
    }

    /** Whether a case, or a part of one, is to be seen. */
    boolean sees(Thing thing) {
        if (role == Role.MINISTRY_ADMIN || role == Role.SECURITY_ADMIN) {
            return false;
        }
        return switch (thing.of()) {
            case CLUE -> CLUES.contains(role) && region.equals(thing.city());
            case LETTER_DRAFT, ROUND -> region.equals(MINISTRY);
            case TEAM -> region.equals(MINISTRY) || TEAMS.contains(role) && region.equals(thing.city());
            default -> tree.contains(thing.region());
        };
    }

    /** Whether the number may be read: a team's papers name the round it is sent out by. */
    boolean knows(Thing thing) {
        return sees(thing) || thing.kind() == Kind.ROUND && TEAMS.contains(role);
    }

    /** An issued letter is also printed by the counties of the city it went to. */
    boolean prints(Thing letter) {
        return sees(letter) || letter.kind() == Kind.LETTER && above.contains(letter.city());
    }

    private static List<String> walk(JdbcClient jdbc, String step, String from) {
        return jdbc.sql(
                        """
                        with recursive t as (
                            select code, parent_code from wubu.region where code = :from
                            union select r.code, r.parent_code from wubu.region r join t on %s)
                        select code from t
                        """
                                .formatted(step))
                .param("from", from)
                .query(String.class)
                .list();
    }
}
