package io.wubu.flow.directory;

import io.wubu.access.identity.AccountChanged;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an account with several posts choose the one it acts under: what it sees and may do follows that post alone. */
@Component
public class ActingPosts {

    private final People people;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    ActingPosts(People people, Directory directory, ApplicationEventPublisher events) {
        this.people = people;
        this.directory = directory;
        this.events = events;
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
            events.publishEvent(new AccountChanged(userId, userId, "post-chosen", chosen.group()));
        }
        return chosen;
    }
}
