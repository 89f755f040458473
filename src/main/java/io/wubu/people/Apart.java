package io.wubu.people;

import static io.wubu.people.Role.*;

import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 岗位分离: who checks whose work, read from the models in bpmn/. One account never holds a post and one that checks it, in places of
 * which one covers the other; and nobody checks where he comes from (籍贯回避).
 */
@Component
public class Apart {

    /** Whoever visits or watches a place from above. */
    private static final Set<Role> ABOVE = EnumSet.of(
            MINISTRY_SUPERVISION_OFFICE,
            MINISTRY_LEADER,
            PATROL_OFFICE,
            CENTRAL_INSPECTION_TEAM,
            SUPERVISION_TEAM,
            TEAM_LEADER,
            PATROL_TEAM,
            EXPERT_TEAM);

    /** Whoever a place's failings are referred to (clue-proposal, special-supervision). */
    private static final Set<Role> REFERRED = EnumSet.of(DISCIPLINE, ORG_DEPT, POLICE, PROCURATORATE);

    /** Whoever checks a county from its city and province (inspect, closure, extension, supervision-slip). */
    private static final Set<Role> OVER_COUNTIES =
            EnumSet.of(CITY_ECO_OFFICE, CITY_LEADER, URGING_OFFICE, PROVINCE_OFFICE);

    private static final Set<Role> COUNTY_DOERS =
            EnumSet.of(COUNTY_GOV, RESPONSIBLE_UNIT, TOWN_GOV, GRID_CHIEF, GRID_WORKER);

    private static final Set<Role> CITY_DOERS = EnumSet.of(
            CITY_ECO_OFFICE,
            CITY_GOV,
            CITY_LEADER,
            URGING_OFFICE,
            DISCLOSURE_EDITOR,
            CONFIDENTIALITY_REVIEWER,
            HOTLINE_OPERATOR,
            EIA_DEPT);

    /** Each post and those that check what is done under it. */
    private static final Map<Role, Set<Role>> CHECKERS = table();

    private final Regions regions;

    Apart(Regions regions) {
        this.regions = regions;
    }

    /** A post and one that checks it. */
    public record Pair(Role doer, Role checker) {}

    /** Every pair there is. */
    public static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        CHECKERS.forEach((doer, checkers) -> checkers.forEach(checker -> pairs.add(new Pair(doer, checker))));
        return pairs;
    }

    /** Whether a role checks the work of others. */
    public static boolean checks(Role role) {
        return CHECKERS.values().stream().anyMatch(checkers -> checkers.contains(role));
    }

    /** Why an account with these posts doesn't get another, in words, if it doesn't. */
    Optional<String> clash(List<Person> held, Person wanted) {
        return held.stream()
                .filter(post -> clash(post, wanted))
                .findFirst()
                .map(post -> "岗位分离：“" + post.displayName() + "”与“" + wanted.displayName() + "”一方核查、审批另一方的工作，不得由同一账号兼任")
                .or(() -> home(held, wanted));
    }

    /** Whether one of two places lies in the other. */
    public boolean related(String one, String other) {
        return regions.covers(one, other) || regions.covers(other, one);
    }

    /** Refuses what clashes, with {@link RuleBroken}. */
    void require(List<Person> held, Person wanted) {
        clash(held, wanted).ifPresent(words -> {
            throw new RuleBroken("role", "apart", "“岗位”：" + words);
        });
    }

    private boolean clash(Person one, Person other) {
        return (isPair(one.role(), other.role()) || isPair(other.role(), one.role()))
                && related(one.regionCode(), other.regionCode());
    }

    private static boolean isPair(Role doer, Role checker) {
        return CHECKERS.getOrDefault(doer, Set.of()).contains(checker);
    }

    /** A home that is known with any post counts for all; every home lies in the ministry's region, so there the case decides. */
    private Optional<String> home(List<Person> held, Person wanted) {
        var all = new ArrayList<>(held);
        all.add(wanted);
        for (var post : all) {
            for (var from : all) {
                var home = from.homeRegion();
                if (home != null
                        && checks(post.role())
                        && !post.regionCode().equals(Region.MINISTRY)
                        && related(home, post.regionCode())) {
                    return Optional.of("回避：“" + post.displayName() + "”核查的地区是本人籍贯所在地（"
                            + regions.get(home).fullName() + "）");
                }
            }
        }
        return Optional.empty();
    }

    private static Map<Role, Set<Role>> table() {
        var table = new EnumMap<Role, Set<Role>>(Role.class);
        COUNTY_DOERS.forEach(role -> put(table, role, OVER_COUNTIES, ABOVE, REFERRED, Set.of(COUNTY_ECO_BUREAU)));
        // checks the plan, the extension and signs the closure off, of the units below him and after the bureau
        EnumSet.of(RESPONSIBLE_UNIT, TOWN_GOV, GRID_CHIEF, GRID_WORKER)
                .forEach(role -> put(table, role, Set.of(COUNTY_LEADER)));
        put(table, COUNTY_ECO_BUREAU, OVER_COUNTIES, ABOVE, REFERRED, Set.of(COUNTY_LEADER));
        put(table, COUNTY_LEADER, OVER_COUNTIES, ABOVE, REFERRED);
        CITY_DOERS.forEach(role -> put(table, role, ABOVE, REFERRED, Set.of(PROVINCE_OFFICE)));
        // accepts on site, he signs off; asks for a slip, he approves it
        put(table, CITY_ECO_OFFICE, Set.of(CITY_LEADER));
        put(table, URGING_OFFICE, Set.of(CITY_LEADER));
        put(table, DISCLOSURE_EDITOR, Set.of(CONFIDENTIALITY_REVIEWER));
        put(table, PROVINCE_OFFICE, ABOVE);
        // findings are reviewed, letters countersigned, interviews and special supervision approved
        put(table, SUPERVISION_TEAM, Set.of(MINISTRY_SUPERVISION_OFFICE));
        put(table, TEAM_LEADER, Set.of(MINISTRY_SUPERVISION_OFFICE));
        put(table, MINISTRY_SUPERVISION_OFFICE, Set.of(MINISTRY_LEADER));
        put(table, PATROL_OFFICE, Set.of(MINISTRY_LEADER));
        return table;
    }

    @SafeVarargs
    private static void put(Map<Role, Set<Role>> table, Role doer, Set<Role>... checkers) {
        for (var some : checkers) {
            table.computeIfAbsent(doer, key -> EnumSet.noneOf(Role.class)).addAll(some);
        }
    }
}
