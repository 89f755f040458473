package io.wubu.flow.interview;

import io.wubu.flow.places.Posts;
import io.wubu.flow.urging.Urging;
import io.wubu.interviews.Interview;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirements;
import io.wubu.lawclock.LawClock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ${interview…}}: dates and groups of the interview an instance belongs to. */
@Component("interview")
public class InterviewLedger {

    private final Interviews interviews;
    private final Requirements requirements;
    private final Posts posts;
    private final LawClock clock;
    private final Urging urging;

    InterviewLedger(Interviews interviews, Requirements requirements, Posts posts, LawClock clock, Urging urging) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.posts = posts;
        this.clock = clock;
        this.urging = urging;
    }

    /** When the meeting is to take place. */
    public Date meetingAt(DelegateExecution execution) {
        return date(of(execution).meetingAt());
    }

    /** The day the meeting was held; minutes and plan are due from then. */
    public Date heldAt(DelegateExecution execution) {
        var interview = of(execution);
        var held = interview.heldOn();
        return date(held == null ? null : clock.endOfOffice(held, interview.regionCode()));
    }

    /** The government that is interviewed: the city's for an interview of the city, else the region's own. */
    public String government(DelegateExecution execution) {
        return isOfCity(execution) ? posts.city(execution, "CITY_GOV") : posts.county(execution, "COUNTY_GOV");
    }

    /** Who urges that government. */
    public String superior(DelegateExecution execution) {
        return isOfCity(execution)
                ? posts.province(execution, "PROVINCE_OFFICE")
                : posts.city(execution, "CITY_LEADER");
    }

    /** How many requirements are to be followed up now. */
    public int openRequirements(DelegateExecution execution) {
        return requirements.followed(execution.getProcessBusinessKey());
    }

    /** The date of the requirement this loop follows up. */
    public Date requirementDue(DelegateExecution execution) {
        var slot = (Integer) execution.getVariable("loopCounter");
        var requirement = requirements.at(execution.getProcessBusinessKey(), slot);
        return date(clock.endOfOffice(requirement.dueOn(), of(execution).regionCode()));
    }

    /** The principal was absent a second time: reported to the ministry's leader. */
    public void absentAgain(DelegateExecution execution) {
        var name = "主要负责人再次缺席约谈";
        urging.raise(execution, "absenceReported", name, posts.ministry("MINISTRY_LEADER"), name + "，请督办");
    }

    private boolean isOfCity(DelegateExecution execution) {
        return "CITY".equals(of(execution).level());
    }

    private Interview of(DelegateExecution execution) {
        return interviews.get(execution.getProcessBusinessKey());
    }

    private static Date date(@Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalStateException("the interview has no such date yet");
        }
        return Date.from(moment);
    }
}
