package io.wubu.flow.places;

import io.wubu.people.Role;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${post…}} in models: the candidate group of a role, in the region the instance belongs to. */
@Component("post")
public class Posts {

    private final Regions regions;

    Posts(Regions regions) {
        this.regions = regions;
    }

    /** The group of a role in the region of the role's own level: for roles a decision table named. */
    public String of(DelegateExecution execution, String role) {
        return called("of", execution.getTenantId(), role);
    }

    /** The group of a role in the ministry. */
    public String ministry(String role) {
        return called("ministry", Region.MINISTRY, role);
    }

    /** The group of a role in the province of the instance's region. */
    public String province(DelegateExecution execution, String role) {
        return called("province", execution.getTenantId(), role);
    }

    /** The group of a role in the city of the instance's region. */
    public String city(DelegateExecution execution, String role) {
        return called("city", execution.getTenantId(), role);
    }

    /** The group of a role in the instance's own region, a county once the problem is split. */
    public String county(DelegateExecution execution, String role) {
        return called("county", execution.getTenantId(), role);
    }

    /** What a model's call of one of these gives for an instance of a region. */
    public String called(String name, String region, String role) {
        var post = Role.valueOf(role);
        return switch (name.equals("of") ? post.level() : name) {
            case "ministry" -> post.at(Region.MINISTRY);
            case "province" -> post.at(regions.provinceOf(region));
            case "city" -> post.at(regions.cityOf(region));
            default -> post.at(region);
        };
    }
}
