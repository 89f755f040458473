package io.wubu.sample.ground;

import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * The campaign of 2017–18 in the 28 cities, moved by whole weeks so that today lies in the second week of its sixth
 * round: weekdays stay weekdays, and what was published up to that day has happened.
 */
@Component
public class SampleCampaign {

    /** The round that runs now. */
    public static final int CURRENT = 6;

    private static final String CODE = "2017Q";

    /** 第一轮 2017-09-01; 15 rounds of 14 days, 210 days. */
    private static final LocalDate BEGAN = LocalDate.of(2017, 9, 1);

    private static final int ROUNDS = 15;
    private static final int DAYS = 14;
    private static final int FIRST_PHASE = 5;

    private final Campaigns campaigns;

    SampleCampaign(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** By how many weeks the published dates are moved. */
    static int weeksTo(LocalDate today) {
        var secondWeek = BEGAN.plusDays((long) DAYS * (CURRENT - 1) + DAYS / 2);
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(secondWeek, today), 7);
    }

    /** The code of a round. */
    public static String code(int no) {
        return "%s-R%02d".formatted(CODE, no);
    }

    void open(int weeks) {
        var first = BEGAN.plusWeeks(weeks);
        var last = first.plusDays((long) DAYS * ROUNDS - 1);
        campaigns.open(new Campaign(CODE, "2017—2018年秋冬季大气污染综合治理攻坚行动（示例）", first, last, weeks));
        for (var no = 1; no <= ROUNDS; no++) {
            var start = first.plusDays((long) DAYS * (no - 1));
            campaigns.add(new Round(
                    code(no),
                    CODE,
                    no,
                    no <= FIRST_PHASE ? 1 : 2,
                    start,
                    start.plusDays(DAYS - 1L),
                    no < CURRENT - 1 ? "CLOSED" : "PLANNED"));
        }
    }
}
