package io.wubu.flow.rules;

import io.wubu.lawclock.LawClock;
import io.wubu.rulings.Ruled;
import io.wubu.rulings.Ruling;
import io.wubu.rulings.Rulings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leaves what a table said with the case, one row a matching rule, in the transaction of the act. */
@Component
class RulingBook {

    private final Rulings rulings;
    private final LawClock clock;

    RulingBook(Rulings rulings, LawClock clock) {
        this.rulings = rulings;
        this.clock = clock;
    }

    void leave(Evaluation said, Table table, Occasion occasion, LocalDate day) {
        if (said.matches().isEmpty()) {
            rulings.append(ruling(said, "", List.of(), List.of(), table, occasion, day));
        }
        said.matches()
                .forEach(match -> rulings.append(
                        ruling(said, match.row(), match.result(), match.sources(), table, occasion, day)));
    }

    LocalDate today() {
        return clock.today();
    }

    private Ruling ruling(
            Evaluation said,
            String row,
            List<Ruled> result,
            List<String> sources,
            Table table,
            Occasion occasion,
            LocalDate day) {
        return new Ruling(
                occasion.subject(),
                occasion.step(),
                table.key(),
                table.name(),
                table.version(),
                row,
                said.inputs(),
                result,
                sources,
                day,
                clock.now());
    }
}
