package io.wubu.flow.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.people.Apart;
import io.wubu.people.Apart.Pair;
import io.wubu.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of who checks whom holds what the models say: whose step decides about whose. */
class ApartModelTest {

    private static final Pattern TASK =
            Pattern.compile("<bpmn:userTask id=\"(\\w+)\"[^>]*candidateGroups=\"\\$\\{([^\"]*)}\"");
    private static final Pattern NAMED = Pattern.compile("'([A-Z_]+)'");

    /** Steps whose post a decision table or the case names. */
    private static final Map<String, Set<Role>> CHOSEN = Map.of(
            "post.of(execution, acceptor)",
            Set.of(Role.COUNTY_ECO_BUREAU, Role.CITY_ECO_OFFICE, Role.MINISTRY_SUPERVISION_OFFICE),
            "post.of(execution, signer)",
            Set.of(Role.COUNTY_LEADER, Role.CITY_LEADER),
            "post.of(execution, recorder)",
            Set.of(Role.CITY_ECO_OFFICE, Role.PROVINCE_OFFICE, Role.MINISTRY_SUPERVISION_OFFICE),
            "interview.government(execution)",
            Set.of(Role.CITY_GOV, Role.COUNTY_GOV),
            "superior",
            Set.of());

    /** Beside the steps FourEyes keeps apart: whose work a step looks at. */
    private static final Map<String, Set<String>> LOOKED_AT = Map.ofEntries(
            Map.entry("checkByCounty", Set.of("claimByCounty", "rectify", "reportDone")),
            Map.entry("verifyOnSite", Set.of("rectify", "checkByCounty", "approvePlan")),
            Map.entry("verifyByCity", Set.of("rectify", "checkByCounty")),
            Map.entry("lookBackOnSite", Set.of("rectify", "firstReview")),
            Map.entry("verifyAfterInterview", Set.of("rectifyAfterInterview")),
            Map.entry("verifyAfterSpecial", Set.of("rectifyAfterSpecial")),
            Map.entry("followUp", Set.of("submitPlan", "submitReport")),
            Map.entry("assessInterview", Set.of("submitPlan", "submitReport")),
            Map.entry("followUpSpecial", Set.of("submitLocalPlan")),
            Map.entry("reviewFinding", Set.of("submitFinding", "checkOnSite")));

    private static final Map<String, Set<Role>> HOLDERS = new HashMap<>();

    @BeforeAll
    static void readTheModels() throws IOException {
        try (var models = Files.list(Path.of("bpmn"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                for (var task : TASK.matcher(Files.readString(model)).results().toList()) {
                    HOLDERS.put(task.group(1), holders(task.group(2)));
                }
            }
        }
        // asked for on the page of a step, by whoever holds it
        HOLDERS.put("askExtension", Set.of(Role.RESPONSIBLE_UNIT));
    }

    @Test
    void whoDecidesOnAStepIsApartFromWhoDoesIt() {
        var missing = new TreeSet<String>();
        var asked = new ArrayList<Pair>();
        for (var table : List.of(FourEyes.DECIDED, LOOKED_AT)) {
            table.forEach((step, looked) -> looked.forEach(done -> holders(step, done, asked, missing)));
        }
        assertThat(missing).isEmpty();
        assertThat(asked).hasSizeGreaterThan(30);
    }

    /** Whoever holds a step that decides, decides. */
    @Test
    void everyHolderOfADecidingStepDecides() {
        var steps = new TreeSet<>(FourEyes.DECIDED.keySet());
        steps.addAll(LOOKED_AT.keySet());
        assertThat(steps.stream().flatMap(step -> HOLDERS.get(step).stream()).collect(Collectors.toSet()))
                .allMatch(Role::decides);
    }

    private static void holders(String step, String done, List<Pair> asked, Set<String> missing) {
        for (var checker : HOLDERS.get(step)) {
            for (var doer : HOLDERS.get(done)) {
                var pair = new Pair(doer, checker);
                asked.add(pair);
                // one and the same post: FourEyes asks for another account
                if (doer != checker && !Apart.pairs().contains(pair)) {
                    missing.add(done + " " + doer + " -> " + step + " " + checker);
                }
            }
        }
    }

    private static Set<Role> holders(String expression) {
        var chosen = CHOSEN.get(expression);
        return chosen != null
                ? chosen
                : NAMED.matcher(expression)
                        .results()
                        .map(hit -> Role.valueOf(hit.group(1)))
                        .collect(Collectors.toSet());
    }
}
