package io.wubu.crash;

import io.wubu.accounts.Accounts;
import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.flow.directory.Directory;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** What an application without sample needs to work: a campaign that runs today, and a few accounts. */
class Seed {

    static final String REPORTER = "supervision-team.130400";
    static final String OFFICE = "ministry-supervision-office";
    static final String ADMIN = "ministry-admin";
    static final String PASSWORD = "geheim-1234";

    @Bean
    ApplicationListener<ApplicationStartedEvent> seeding(
            Campaigns campaigns, People people, Directory directory, Accounts accounts) {
        return new Seeding(campaigns, people, directory, accounts);
    }

    /** Runs once models are deployed; on the second start everything is there. */
    private record Seeding(Campaigns campaigns, People people, Directory directory, Accounts accounts)
            implements ApplicationListener<ApplicationStartedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationStartedEvent event) {
            if (people.find(REPORTER).isPresent()) {
                return;
            }
            var today = LocalDate.now();
            campaigns.open(new Campaign("TEST", "断电试验", today.minusDays(7), today.plusDays(7), 1));
            campaigns.add(new Round("TEST-R01", "TEST", 1, 1, today.minusDays(7), today.plusDays(6), "RUNNING"));
            open(new Person(REPORTER, "邯郸市督查组", Role.SUPERVISION_TEAM, "130400", null));
            open(new Person(OFFICE, "专项督查办", Role.MINISTRY_SUPERVISION_OFFICE, "000000", null));
            open(new Person(ADMIN, "系统管理员", Role.MINISTRY_ADMIN, "000000", null));
        }

        private void open(Person person) {
            people.add(person);
            directory.open(person, PASSWORD);
            accounts.waive(person.userId());
        }

        @Override
        public int getOrder() {
            return 200;
        }
    }
}
