package io.wubu.sample.ground;

import io.wubu.lawclock.LawClock;
import io.wubu.regions.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all scenarios stand on: campaign, posts and the imported ledger, all or nothing. */
@Component
public class SampleGround {

    private static final Logger LOG = LoggerFactory.getLogger(SampleGround.class);

    /** The ledger was handed over so many working days ago: its shortest limits have run out, the others run. */
    private static final int HANDED_OVER = 6;

    private final SampleCampaign campaign;
    private final SamplePosts posts;
    private final SampleLedger ledger;
    private final SampleSteps steps;
    private final LawClock clock;
    private final JdbcClient jdbc;

    SampleGround(
            SampleCampaign campaign,
            SamplePosts posts,
            SampleLedger ledger,
            SampleSteps steps,
            LawClock clock,
            JdbcClient jdbc) {
        this.campaign = campaign;
        this.posts = posts;
        this.ledger = ledger;
        this.steps = steps;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Whether the database is empty. */
    public boolean isNeeded() {
        return jdbc.sql("select not exists (select from wubu.campaign) and not exists (select from wubu.person)")
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void lay(String password) {
        steps.begin("SampleGround");
        var weeks = SampleCampaign.weeksTo(clock.today());
        campaign.open(weeks);
        LOG.info("sample: campaign moved by {} weeks, {} posts opened", weeks, posts.open(password));
        ledger.bring(weeks, clock.workingDaysBefore(clock.now(), HANDED_OVER, Region.MINISTRY));
    }
}
