package io.wubu.flow.duty;

import io.wubu.records.Records;
import io.wubu.shared.RuleBroken;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 职责分离: whoever proposed, drafted or reported something never decides on it, whatever posts he holds. */
@Component
class FourEyes {

    /** The deciding step and the steps it decides on. */
    static final Map<String, Set<String>> DECIDED = Map.ofEntries(
            Map.entry("approvePlan", Set.of("draftPlan")),
            Map.entry("checkByCounty", Set.of("reportDone")),
            Map.entry("firstReview", Set.of("applyForClosure")),
            Map.entry("acceptOnSite", Set.of("applyForClosure")),
            Map.entry("signOff", Set.of("applyForClosure", "firstReview")),
            Map.entry("fileRecord", Set.of("applyForClosure")),
            Map.entry("approveExtension", Set.of("askExtension")),
            Map.entry("confirmExtension", Set.of("askExtension", "approveExtension")),
            Map.entry("approveInterview", Set.of("proposeInterview")),
            Map.entry("approveSpecial", Set.of("nominate")),
            Map.entry("countersign", Set.of("draftLetter")),
            Map.entry("reviewReply", Set.of("replyToLetter")),
            Map.entry("acceptSlip", Set.of("replySlip")));

    private final Records records;

    FourEyes(Records records) {
        this.records = records;
    }

    /** Refuses the claim of a decision about what the same account wrote last. */
    void check(String account, String step, String number) {
        for (var proposed : DECIDED.getOrDefault(step, Set.of())) {
            records.of(number).stream()
                    .filter(entry -> entry.step().equals(proposed))
                    .reduce((first, second) -> second)
                    .filter(entry -> entry.by().userId().equals(account))
                    .ifPresent(entry -> refuse(entry.label()));
        }
    }

    private static void refuse(String label) {
        throw new RuleBroken("assignee", "duty.separation", "职责分离：“" + label + "”由您本人办理，须由他人审核");
    }
}
