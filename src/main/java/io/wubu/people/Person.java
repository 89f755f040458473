package io.wubu.people;

import io.wubu.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One post of an account.
 *
 * @param homeRegion where the holder comes from; cases of that region are to be avoided (回避)
 */
public record Person(String userId, String displayName, Role role, String regionCode, @Nullable String homeRegion) {

    /** This person as the one who acts. */
    public Actor actor() {
        return new Actor(userId, displayName);
    }

    /** The candidate group the person belongs to. */
    public String group() {
        return role.at(regionCode);
    }
}
