package io.wubu.crash;

import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.flow.engine.Directory;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** What an application without sample needs to take findings: a campaign that runs today and one reporter's account. */
class Seed {

    static final String REPORTER = "supervision-team.130400";
    static final String PASSWORD = "geheim-1234";

    @Bean
    ApplicationListener<ApplicationStartedEvent> seeding(Campaigns campaigns, People people, Directory directory) {
        return new Seeding(campaigns, people, directory);
    }

    /** Runs once models are deployed; on the second start everything is there. */
    private record Seeding(Campaigns campaigns, People people, Directory directory)
            implements ApplicationListener<ApplicationStartedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationStartedEvent event) {
            if (people.find(REPORTER).isPresent()) {
                return;
            }
            var today = LocalDate.now();
            campaigns.open(new Campaign("TEST", "断电试验", today.minusDays(7), today.plusDays(7), 1));
            campaigns.add(new Round("TEST-R01", "TEST", 1, 1, today.minusDays(7), today.plusDays(6), "RUNNING"));
            var team = new Person(REPORTER, "邯郸市督查组", Role.SUPERVISION_TEAM, "130400", null);
            people.add(team);
            directory.open(team, PASSWORD);
        }

        @Override
        public int getOrder() {
            return 200;
        }
    }
}
