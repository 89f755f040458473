package io.wubu.flow.supervisionround;

import io.wubu.campaigns.PointKind;
import io.wubu.flow.rules.Occasion;
import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The numbers of a round, from the tables of rounds and of the draw. */
@Component
public class RoundRules {

    private final Rules rules;
    private final LawClock clock;

    RoundRules(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** How many days a round lasts that starts on that day. */
    public int days(LocalDate start) {
        return rules.foreseeOne(question("days", start)).integer("amount");
    }

    /** The plan of a round rests on the number of its days. */
    void ruleDays(LocalDate start, Occasion occasion) {
        rules.ruleOne(question("days", start), occasion);
    }

    /** How many points of a city are drawn unless the plan says otherwise. */
    public int pointsPerCity() {
        return amount("pointsPerCity");
    }

    /** In how many rounds after its inspection a point is left out. */
    public int restRounds() {
        return amount("restRounds");
    }

    /** How many inspectors must check together. */
    public int members() {
        return amount("members");
    }

    /** How many hours the taking of a photo may lie from the check. */
    public int photoHours() {
        return amount("photoHours");
    }

    /** How many parts of the points come from each kind of source, for a draw. */
    Map<PointKind, Integer> shares(Occasion occasion) {
        var shares = new EnumMap<PointKind, Integer>(PointKind.class);
        for (var kind : PointKind.values()) {
            shares.put(
                    kind,
                    rules.ruleOne(Question.of("drawRatio", clock.today()).with("kind", kind.name()), occasion)
                            .integer("share"));
        }
        return shares;
    }

    private int amount(String item) {
        return rules.foreseeOne(question(item, clock.today())).integer("amount");
    }

    private static Question question(String item, LocalDate day) {
        return Question.of("roundRule", day).with("item", item);
    }
}
