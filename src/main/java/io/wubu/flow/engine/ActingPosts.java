package io.wubu.flow.engine;

import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an account with several posts choose the one it acts under: what it sees and may do follows that post alone. */
@Component
public class ActingPosts {

    private final People people;
    private final Directory directory;

    ActingPosts(People people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    /**
     * Changes the post an account acts under, in all its sessions.
     *
     * @throws io.wubu.shared.Unknown if it doesn't hold that post
     */
    @Transactional
    public Person choose(String userId, Role role, String regionCode) {
        var before = people.get(userId);
        var chosen = people.act(userId, role, regionCode);
        if (!chosen.equals(before)) {
            directory.change(before, chosen);
        }
        return chosen;
    }
}
