package io.wubu.flow.duty;

import io.wubu.people.Apart;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.problems.Problems;
import io.wubu.records.Records;
import io.wubu.regions.Region;
import io.wubu.shared.RuleBroken;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 回避: nobody checks his home region, nobody checks what he reported himself (rule book 4.3, no. 6), and nobody acts in one
 * case under two posts, or he could approve his own plan.
 */
@Component("avoidance")
class Avoidance implements TaskListener {

    private static final Set<String> CHECKS = Set.of(
            "reviewFinding",
            "checkByCounty",
            "verifyOnSite",
            "verifyByCity",
            "lookBackOnSite",
            "verifyAfterInterview",
            "verifyAfterSpecial",
            "firstReview",
            "acceptOnSite");

    private final People people;
    private final Problems problems;
    private final Records records;
    private final FourEyes fourEyes;
    private final Apart apart;

    Avoidance(People people, Problems problems, Records records, FourEyes fourEyes, Apart apart) {
        this.people = people;
        this.problems = problems;
        this.records = records;
        this.fourEyes = fourEyes;
        this.apart = apart;
    }

    @Override
    public void notify(DelegateTask task) {
        var assignee = task.getAssignee();
        if (assignee != null) {
            fourEyes.check(
                    assignee, task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey());
            people.find(assignee).ifPresent(person -> check(person, task));
        }
    }

    private void check(Person person, DelegateTask task) {
        if (Apart.checks(person.role()) && isHome(person.userId(), task.getTenantId())) {
            throw new RuleBroken("assignee", "avoidance.home", "回避：案件所在地是您的户籍地或原任职地，不能认领");
        }
        var number = task.getExecution().getProcessBusinessKey();
        if (CHECKS.contains(task.getTaskDefinitionKey()) && reported(number, person.userId())) {
            throw new RuleBroken("assignee", "avoidance.reporter", "回避：不能核查本人上报或报告完成的问题");
        }
        if (records.knowsUnderAnotherPost(number, person.actor())) {
            throw new RuleBroken("assignee", "avoidance.post", "回避：您已以另一岗位办理过本案，同一案卷只能以一个岗位办理");
        }
    }

    /** Whether any post of his says that he comes from there. */
    private boolean isHome(String userId, @Nullable String region) {
        if (region == null || region.equals(Region.MINISTRY)) {
            return false;
        }
        for (var post : people.postsOf(userId)) {
            var home = post.homeRegion();
            if (home != null && apart.related(home, region)) {
                return true;
            }
        }
        return false;
    }

    private boolean reported(String number, String userId) {
        return problems.find(number)
                .map(problem ->
                        problem.reportedBy().equals(userId) || userId.equals(problems.lastActor(number, "reportDone")))
                .orElse(false);
    }
}
