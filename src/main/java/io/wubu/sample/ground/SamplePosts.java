package io.wubu.sample.ground;

import io.wubu.accounts.Accounts;
import io.wubu.flow.directory.Directory;
import io.wubu.flow.directory.Directory.FirstPassword;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * One account a role: for 邯郸, 晋城 and their counties, their provinces, and the ministry. Posts, not persons. They
 * need neither second factor nor claim: such a system answers this machine only.
 */
@Component
public class SamplePosts {

    public static final String HANDAN = "130400";
    public static final String JINCHENG = "140500";

    /** Visitors come from elsewhere: to Hebei from Shandong, to Shanxi from Henan (异地执法, rule book 1.3). */
    private static final Map<String, String> HOMES = Map.of(HANDAN, "370000", JINCHENG, "410000");

    private static final Set<Role> VISITORS =
            EnumSet.of(Role.SUPERVISION_TEAM, Role.TEAM_LEADER, Role.PATROL_TEAM, Role.EXPERT_TEAM);

    private final People people;
    private final Directory directory;
    private final Accounts accounts;
    private final Regions regions;

    SamplePosts(People people, Directory directory, Accounts accounts, Regions regions) {
        this.people = people;
        this.directory = directory;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** The account of a role: {@code city-eco-office.130400}; ministry posts without region. */
    public static String account(Role role, String region) {
        var name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return region.equals(Region.MINISTRY) ? name : name + "." + region;
    }

    int open(String chosen) {
        var password = directory.prepare(chosen);
        open("ministry", List.of(Region.MINISTRY), password);
        for (var city : List.of(HANDAN, JINCHENG)) {
            open("province", List.of(regions.provinceOf(city)), password);
            open("city", List.of(city), password);
            open("county", regions.countiesOf(city).stream().map(Region::code).toList(), password);
        }
        return people.all().size();
    }

    private void open(String level, List<String> places, FirstPassword password) {
        for (var place : places) {
            for (var role : Role.values()) {
                if (role.level().equals(level)) {
                    open(role, place, password);
                }
            }
        }
    }

    private void open(Role role, String place, FirstPassword password) {
        var post = place.equals(Region.MINISTRY)
                ? role.chinese()
                : role.titleIn(regions.get(place).name());
        var home = VISITORS.contains(role) ? HOMES.get(place) : null;
        var person = new Person(account(role, place), post, role, place, home);
        people.add(person);
        directory.open(person, password);
        accounts.waive(person.userId());
    }
}
