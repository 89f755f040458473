package io.wubu.flow.supervisionround;

import io.wubu.regions.Region;

/**
 * The business key of a round {@code RD-2017Q-R06}, and of the check of its team in one city
 * {@code RD-2017Q-R06-130400}.
 *
 * @param round the round's code, 2017Q-R06
 * @param city the team's city; the ministry's code for the round itself
 */
public record RoundNumber(String round, String city) {

    private static final String PREFIX = "RD-";

    /** Whether a number is one of a round or a team's check. */
    public static boolean matches(String number) {
        return number.matches(PREFIX + ".+-R\\d{2}(-\\d{6})?");
    }

    /** Reads a number. */
    public static RoundNumber parse(String number) {
        var code = number.substring(PREFIX.length());
        return code.matches(".+-R\\d{2}-\\d{6}")
                ? new RoundNumber(code.substring(0, code.length() - 7), code.substring(code.length() - 6))
                : new RoundNumber(code, Region.MINISTRY);
    }

    /** The number of the round itself. */
    public String ofRound() {
        return PREFIX + round;
    }

    /** The number of the team's check in a city. */
    public String ofTeam(String cityCode) {
        return PREFIX + round + "-" + cityCode;
    }

    /** The round's number in its campaign, 6. */
    public int no() {
        return Integer.parseInt(round.substring(round.length() - 2));
    }

    /** The campaign's code, 2017Q. */
    public String campaign() {
        return round.substring(0, round.length() - 4);
    }
}
