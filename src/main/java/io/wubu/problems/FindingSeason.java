package io.wubu.problems;

import io.wubu.campaigns.Campaigns;
import io.wubu.lawclock.LawClock;
import org.springframework.stereotype.Component;

/**
 * The rules of findings as they are now. A campaign takes up what the season before it left open, so its findings may be a
 * year older than its first day (默认值); a moved sample knows the dates as published, too.
 */
@Component
public class FindingSeason {

    private static final int YEARS_BEFORE = 1;

    private final Campaigns campaigns;
    private final LawClock clock;

    FindingSeason(Campaigns campaigns, LawClock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** The rules for a finding that is handed in now. */
    public FindingRules rules() {
        var campaign = campaigns.current();
        var first = campaign.startsOn().minusWeeks(campaign.weeksShifted());
        return new FindingRules(first.minusYears(YEARS_BEFORE), clock.now());
    }
}
