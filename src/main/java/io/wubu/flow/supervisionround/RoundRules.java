package io.wubu.flow.supervisionround;

import io.wubu.campaigns.PointKind;
import io.wubu.flow.rules.Rules;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The numbers of a round, from bpmn/rules/round-rule.dmn and draw-ratio.dmn. */
@Component
public class RoundRules {

    private final Rules rules;

    RoundRules(Rules rules) {
        this.rules = rules;
    }

    /** How many days a round lasts. */
    public int days() {
        return amount("days");
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

    /** How many parts of the points come from each kind of source. */
    public Map<PointKind, Integer> shares() {
        var shares = new EnumMap<PointKind, Integer>(PointKind.class);
        for (var kind : PointKind.values()) {
            shares.put(
                    kind, rules.one("draw-ratio", Map.of("kind", kind.name())).integer("share"));
        }
        return shares;
    }

    private int amount(String item) {
        return rules.one("round-rule", Map.of("item", item)).integer("amount");
    }
}
