package io.wubu.desk.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.people.People;
import io.wubu.rulings.Rulings;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 依据: what was decided in a case, by which table and version, from which source. */
@RestController
@Tag(name = "案卷")
class RulingApi {

    /** What the inspected place must not know beforehand (四不两直): share and date of a look-back. */
    private static final Set<String> AHEAD = Set.of("lookBackSample");

    private static final Set<String> PLANNERS = Set.of("ministry", "province");

    private final Rulings rulings;
    private final RulingLines lines;
    private final CaseAccess access;
    private final People people;

    RulingApi(Rulings rulings, RulingLines lines, CaseAccess access, People people) {
        this.rulings = rulings;
        this.lines = lines;
        this.access = access;
        this.people = people;
    }

    @Operation(summary = "案卷的依据", description = "决策表在本案得出的每一个结论：表、版本、输入、结论，以及依据的文件、文号、条款和当日是否有效。")
    @GetMapping("/api/cases/{number}/rulings")
    List<RulingLines.Line> of(@PathVariable String number, Principal user) {
        access.require(number, user.getName());
        var plans = PLANNERS.contains(people.get(user.getName()).role().level());
        return rulings.of(number).stream()
                .filter(ruling -> plans || !AHEAD.contains(ruling.table()))
                .map(lines::line)
                .toList();
    }
}
