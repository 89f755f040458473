package io.wubu.flow.worklist;

import io.wubu.regions.Region;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Grants stand on shared groups and on posts of the ministry, never on a post of a place ({@code ROLE@region}), so those need
 * not be looked up among the grants. The engine would read the groups of all grants several times a request.
 */
class SharedGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null
                ? List.of()
                : groups.stream()
                        .filter(group -> !group.contains("@") || group.endsWith("@" + Region.MINISTRY))
                        .toList();
    }
}
