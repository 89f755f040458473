package io.wubu.desk.cases;

import io.wubu.flow.engine.Tasks;
import io.wubu.flow.places.CaseRegions;
import io.wubu.flow.places.TeamTimes;
import io.wubu.insight.Reach;
import io.wubu.letters.Letters;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.problems.Problems;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.shared.Unknown;
import io.wubu.slips.Clues;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which cases a user may see: those of his region's subtree. A foreign case is answered like one that does not exist. */
@Component
public class CaseAccess {

    /** 信访工作条例 第三十条: the concerned unit never learns of a clue. */
    private static final Set<Role> CLUES = Set.of(Role.URGING_OFFICE, Role.DISCIPLINE);

    private final People people;
    private final Problems problems;
    private final CaseRegions regions;
    private static final Set<Role> TEAMS = Set.of(Role.SUPERVISION_TEAM, Role.TEAM_LEADER);

    private final Clues clues;
    private final Letters letters;
    private final Regions tree;
    private final TeamTimes times;
    private final Tasks tasks;

    CaseAccess(
            People people,
            Problems problems,
            CaseRegions regions,
            Clues clues,
            Letters letters,
            Regions tree,
            TeamTimes times,
            Tasks tasks) {
        this.people = people;
        this.problems = problems;
        this.regions = regions;
        this.clues = clues;
        this.letters = letters;
        this.tree = tree;
        this.times = times;
        this.tasks = tasks;
    }

    /** Passes if the user may see the case. */
    public void require(String number, String userId) {
        if (!maySee(number, userId)) {
            throw new Unknown("没有案卷 " + number);
        }
    }

    /** Passes if the user may see at least one of the cases. */
    void requireAny(List<String> numbers, String userId) {
        if (numbers.stream().noneMatch(number -> maySee(number, userId))) {
            throw new Unknown("没有这张照片");
        }
    }

    /**
     * Passes if the user may read the paper of a task: it is his, or that of a post in a region he covers. What a superior
     * office is drafting is not for those below it, though the case be theirs.
     */
    public void requireLane(String task, String userId) {
        var own = reach(userId);
        var readable = tasks.visible(List.of(task)).stream()
                .anyMatch(look -> userId.equals(look.assignee())
                        || look.group() == null
                        || tree.covers(own, look.group().substring(look.group().indexOf('@') + 1)));
        if (!readable) {
            throw new Unknown("任务不存在或已办结");
        }
    }

    /** The region whose cases a user may see; a system administrator runs the system and sees none. */
    public String reach(String userId) {
        var person = people.get(userId);
        if (!person.role().seesCases()) {
            throw new Unknown("系统管理员不能查看案件");
        }
        if (!times.isOpen(person.role(), person.regionCode())) {
            throw new Unknown("督查组只在本轮次期间及结束后数个工作日内可以查看督查城市的案件");
        }
        return person.regionCode();
    }

    /** The same as lists are restricted by it. */
    public Reach range(String userId) {
        return new Reach(tree.stems(reach(userId)));
    }

    /** Whether the user may see the case. */
    public boolean maySee(String number, String userId) {
        var own = reach(userId);
        if (number.startsWith("CL-")) {
            return CLUES.contains(people.get(userId).role())
                    && clues.cityOf(number).filter(own::equals).isPresent();
        }
        return problems.find(number)
                .map(problem -> tree.covers(own, problem.regionCode()) || own.equals(problem.cityCode()))
                .orElseGet(() -> maySeeOther(number, own, people.get(userId).role()));
    }

    /** A letter's draft stays in the ministry; a visit is no business of the place visited (四不两直). */
    private boolean maySeeOther(String number, String own, Role role) {
        var region = regions.of(number).orElse(null);
        if (own.equals(Region.MINISTRY)) {
            return region != null || letters.find(number).isPresent();
        }
        if (number.startsWith("RD-") && !TEAMS.contains(role)) {
            return false;
        }
        var draft = letters.find(number).filter(letter -> !letter.isIssued()).isPresent();
        return !draft && region != null && tree.covers(own, region);
    }
}
