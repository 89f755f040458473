package io.wubu.sample.stories;

import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.sample.ground.SamplePosts;
import java.util.List;
import java.util.Map;

/** One round of 强化督查, from its plan to the checks of its teams. */
class RoundStory {

    private static final Map<String, String> HOMES =
            Map.of(SamplePosts.HANDAN, "370100", SamplePosts.JINCHENG, "410100");

    private final Play play;
    private final List<String> cities;
    private final String number;

    private RoundStory(Play play, List<String> cities, String number) {
        this.play = play;
        this.cities = cities;
        this.number = number;
    }

    static RoundStory begun(Play play, RoundStarts starts, int daysAgo, int no, List<String> cities) {
        play.begin(daysAgo);
        return new RoundStory(play, cities, starts.begin(no));
    }

    String number() {
        return number;
    }

    /** The plan, with so many points in each city from the offered ones and the known sites. */
    RoundStory planned(int pointsPerCity, List<Map<String, Object>> points) {
        play.hand(
                number,
                "planRound",
                Fields.with(
                        play.prefill(play.holder(number, "planRound"), number, "planRound"),
                        "cities",
                        cities,
                        "teamCount",
                        cities.size(),
                        "focusTypes",
                        List.of("散乱污企业", "VOCs治理"),
                        "pointsPerCity",
                        pointsPerCity,
                        "points",
                        points));
        return this;
    }

    /** Teams from elsewhere, one a city; nobody is named. */
    RoundStory teamed() {
        play.hand(
                number,
                "formTeams",
                Map.of("teams", cities.stream().map(RoundStory::team).toList()));
        return this;
    }

    /** The team of a city arrives, unannounced, on the round's first day. */
    RoundStory arrived(int daysAgo, String city) {
        play.on(daysAgo);
        play.settle(number);
        var check = play.waiting("arrive", city);
        play.hand(check, "arrive", Map.of("arrivedAt", play.hour(0, 9), "place", "首个点位", "unannounced", true));
        play.settle(check);
        return this;
    }

    /** The team checks its next point. */
    RoundStory checked(int daysAgo, String city, Map<String, Object> result) {
        play.on(daysAgo);
        var check = play.waiting("checkOnSite", city);
        var team = play.holder(check, "checkOnSite");
        var fields = Fields.with(
                play.prefill(team, check, "checkOnSite"),
                "lon",
                114.5,
                "lat",
                36.6,
                "checkedAt",
                play.hour(0, 9),
                "inspectors",
                "督查组一号、督查组二号",
                "signature",
                "SIGNED");
        fields.putAll(result);
        if (!result.containsValue("NO_PROBLEM")) {
            fields.put("photos", play.photos().before(team, 2));
        }
        play.hand(check, "checkOnSite", fields);
        play.settle(check);
        return this;
    }

    private static Map<String, Object> team(String city) {
        return Fields.with(
                Map.of(),
                "cityCode",
                city,
                "leader",
                "督查组组长",
                "members",
                "督查员一号、督查员二号、督查员三号",
                "homeRegion",
                HOMES.getOrDefault(city, "370100"),
                "avoidanceDeclared",
                true);
    }
}
