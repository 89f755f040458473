package io.wubu.flow.places;

import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** The Chinese name of a candidate group or an account: COUNTY_GOV@130403 is 丛台区 县区政府. */
@Component
public class PostNames {

    private final People people;
    private final Regions regions;

    PostNames(People people, Regions regions) {
        this.people = people;
        this.regions = regions;
    }

    /** The name of a group or account; what is neither is shown as it is. */
    public String of(String audience) {
        var at = audience.indexOf('@');
        if (at < 0) {
            return people.find(audience).map(Person::displayName).orElse(audience);
        }
        var role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(audience.substring(0, at)))
                .map(Role::chinese)
                .findFirst()
                .orElse(audience.substring(0, at));
        return regions.find(audience.substring(at + 1))
                        .map(region -> region.name() + " ")
                        .orElse("")
                + role;
    }
}
