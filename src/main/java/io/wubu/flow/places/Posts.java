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
        return switch (Role.valueOf(role).level()) {
            case "ministry" -> ministry(role);
            case "province" -> province(execution, role);
            case "city" -> city(execution, role);
            default -> county(execution, role);
        };
    }

    /** The group of a role in the ministry. */
    public String ministry(String role) {
        return Role.valueOf(role).at(Region.MINISTRY);
    }

    /** The group of a role in the province of the instance's region. */
    public String province(DelegateExecution execution, String role) {
        return Role.valueOf(role).at(regions.provinceOf(execution.getTenantId()));
    }

    /** The group of a role in the city of the instance's region. */
    public String city(DelegateExecution execution, String role) {
        return Role.valueOf(role).at(regions.cityOf(execution.getTenantId()));
    }

    /** The group of a role in the instance's own region, a county once the problem is split. */
    public String county(DelegateExecution execution, String role) {
        return Role.valueOf(role).at(execution.getTenantId());
    }
}
