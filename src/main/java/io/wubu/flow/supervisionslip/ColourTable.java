package io.wubu.flow.supervisionslip;

import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.RuleResult;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.slips.Colour;
import io.wubu.slips.Ruling;
import io.wubu.slips.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table of slips before a process does, which then rules: whether there is anything to issue or to raise. */
@Component
class ColourTable {

    private static final String NONE = Colour.nameOf(null);

    private final Rules rules;
    private final LawClock clock;

    ColourTable(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The ruling on a trigger.
     *
     * @param previous colour of the open slip
     * @param earlier highest colour of slips that were done before
     * @param requested colour an office wants to issue directly
     */
    Ruling ask(Trigger trigger, @Nullable Colour previous, @Nullable Colour earlier, @Nullable Colour requested) {
        return ruling(foresee(trigger, previous, earlier, requested));
    }

    /** The same with the row it stands in. */
    RuleResult foresee(
            Trigger trigger, @Nullable Colour previous, @Nullable Colour earlier, @Nullable Colour requested) {
        return rules.foreseeOne(Question.of("slipColour", clock.today())
                .with("trigger", trigger.name())
                .with("previous", Colour.nameOf(previous))
                .with("earlier", Colour.nameOf(earlier))
                .with("requested", Colour.nameOf(requested)));
    }

    static Ruling ruling(RuleResult row) {
        var colour = row.text("colour");
        var none = NONE.equals(colour);
        return new Ruling(
                none ? null : Colour.valueOf(colour),
                row.flag("letter"),
                none ? Limit.date() : new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), false),
                row.text("copyTo"),
                row.text("copyRoles"),
                row.integer("score"),
                row.flag("approval"),
                row.flag("clue"));
    }
}
