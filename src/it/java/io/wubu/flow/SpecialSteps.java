package io.wubu.flow;

import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;

/** The way of a city’s special supervision, for the tests of its parts. */
abstract class SpecialSteps extends InterviewSteps {

    static final List<String> WAY = List.of(
            "nominate",
            "approveSpecial",
            "prepareSpecial",
            "superviseOnSite",
            "writeReport",
            "giveFeedback",
            "transferClues",
            "submitLocalPlan",
            "followUpSpecial",
            "archiveSpecial");

    final SpecialPapers special = new SpecialPapers(this);

    /** A problem that has joined its city's special supervision. */
    String supervised() {
        var number = importedProblem(COUNTY, "散乱污");
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.INTERVIEW));
        start("specialCase", number, COUNTY);
        runJobs(number);
        return number;
    }

    String inspectionOf(String problem) {
        return jdbc.sql("select inspection_number from wubu.inspection_problem where problem_number = :p")
                .param("p", problem)
                .query(String.class)
                .single();
    }

    void go(String inspection, String step) {
        for (var next : WAY) {
            if (next.equals(step)) {
                return;
            }
            if (openSteps(inspection).contains(next)) {
                handIn(officer(next), inspection, next, special.paper(next));
            }
        }
    }

    @Override
    String officer(String step) {
        return switch (step) {
            case "nominate" -> account(Role.PATROL_OFFICE, MINISTRY);
            case "submitLocalPlan" -> account(Role.CITY_GOV, CITY);
            case "prepareSpecial",
                    "superviseOnSite",
                    "writeReport",
                    "giveFeedback",
                    "transferClues",
                    "followUpSpecial",
                    "archiveSpecial" -> account(Role.CENTRAL_INSPECTION_TEAM, MINISTRY);
            default -> super.officer(step);
        };
    }
}
