package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;

/** The worklist says what the engine's own tables say, and answers what the engine's own query would. */
class WorklistIT extends WubuTest {

    private static final String DIFFERENCES =
            """
            select 'missing: ' || missing::text from (select * from wubu.worklist_expected except select * from wubu.worklist) missing
            union all
            select 'too much: ' || extra::text from (select * from wubu.worklist except select * from wubu.worklist_expected) extra
            """;

    @Test
    void everyChangeOfATaskIsInTheWorklistAtOnce() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn");
        var city = account(Role.CITY_ECO_OFFICE, CITY);
        var tasks = engine.getTaskService();
        check();
        as(city, () -> tasks.claim(task.getId(), city));
        check();
        tasks.setAssignee(task.getId(), null);
        check();
        tasks.addCandidateGroup(task.getId(), "COUNTY_LEADER@" + COUNTY);
        check();
        tasks.addCandidateGroup(task.getId(), "COUNTY_LEADER@" + COUNTY);
        tasks.deleteCandidateGroup(task.getId(), "COUNTY_LEADER@" + COUNTY);
        check();
        engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId());
        check();
        engine.getRuntimeService().activateProcessInstanceById(task.getProcessInstanceId());
        check();
        endAll(number);
        check();
        assertThat(rows(task.getId())).isZero();
    }

    @Test
    void aListFromTheWorklistIsTheEnginesOwn() {
        for (var i = 0; i < 4; i++) {
            importedProblem(COUNTY, "散乱污");
        }
        var claimed = task(importedProblem(COUNTY, "散乱污"), "signIn");
        var city = account(Role.CITY_ECO_OFFICE, CITY);
        as(city, () -> engine.getTaskService().claim(claimed.getId(), city));
        as(city, this::compare);
        as(account(Role.COUNTY_GOV, COUNTY), this::compare);
        as(account(Role.COUNTY_GOV, OTHER_COUNTY), this::compare);
        as(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), this::compare);
    }

    @Test
    void theTasklistsFilterIsAnsweredFromTheWorklist() {
        var task = task(importedProblem(COUNTY, "散乱污"), "signIn");
        var city = account(Role.CITY_ECO_OFFICE, CITY);
        as(city, () -> {
            var before = unclaimed();
            assertThat(before.newest()).contains(task.getId());
            jdbc.sql("delete from wubu.worklist where task_id = :id")
                    .param("id", task.getId())
                    .update();
            assertThat(unclaimed().newest()).doesNotContain(task.getId());
            assertThat(unclaimed().count()).isEqualTo(before.count() - 1);
            jdbc.sql("insert into wubu.worklist select * from wubu.worklist_expected where task_id = :id")
                    .param("id", task.getId())
                    .update();
            assertThat(unclaimed()).isEqualTo(before);
        });
    }

    /** What the engine is no longer asked for at each request. */
    @Test
    void noPostOfAPlaceHoldsAGrantAndNobodyIsRevokedOne() {
        account(Role.COUNTY_GOV, COUNTY);
        importedProblem(COUNTY, "散乱污");
        assertThat(jdbc.sql(
                                """
                                select count(*) from public.act_ru_authorization
                                where type_ = 2 or group_id_ like '%@%' and group_id_ not like '%@000000'
                                """)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What the Tasklist shows of a filter. */
    private record Shown(List<String> newest, long count) {}

    /** As the Tasklist asks: the chosen filter, active tasks, newest first; as many as an answer holds. */
    private Shown unclaimed() {
        var filters = engine.getFilterService();
        var filter =
                filters.createFilterQuery().filterName("待认领").singleResult().getId();
        var asked = sorted(engine.getTaskService().createTaskQuery().active(), true);
        List<Task> page = filters.listPage(filter, asked, 0, 200);
        return new Shown(page.stream().map(Task::getId).toList(), filters.count(filter, asked));
    }

    private void compare() {
        var posts = new ArrayList<>(
                engine.getIdentityService().getCurrentAuthentication().getGroupIds());
        posts.addAll(List.of("CITY_ECO_OFFICE@" + CITY, "COUNTY_GOV@" + COUNTY));
        posts.removeIf(group -> !group.contains("@"));
        equal(posts, false, true);
        equal(posts, true, false);
        equal(posts, true, true);
    }

    private void equal(List<String> posts, boolean claimedToo, boolean newestFirst) {
        var own = ask(posts, claimedToo).taskNameLike("%"); // the worklist keeps no names
        var fast = ask(posts, claimedToo);
        assertThat(fast.count()).isEqualTo(own.count());
        assertThat(ids(fast, newestFirst)).containsExactlyInAnyOrderElementsOf(ids(own, newestFirst));
        assertThat(dates(ask(posts, claimedToo), newestFirst))
                .isEqualTo(dates(ask(posts, claimedToo).taskNameLike("%"), newestFirst));
    }

    private TaskQuery ask(List<String> posts, boolean claimedToo) {
        var query = engine.getTaskService().createTaskQuery().active().taskCandidateGroupIn(posts);
        return claimedToo ? query.includeAssignedTasks() : query.taskUnassigned();
    }

    private static List<String> ids(TaskQuery query, boolean newestFirst) {
        return sorted(query, newestFirst).list().stream().map(Task::getId).toList();
    }

    private static List<java.util.Date> dates(TaskQuery query, boolean newestFirst) {
        return sorted(query, newestFirst).listPage(1, 3).stream()
                .map(newestFirst ? Task::getCreateTime : Task::getDueDate)
                .toList();
    }

    private static TaskQuery sorted(TaskQuery query, boolean newestFirst) {
        return newestFirst
                ? query.orderByTaskCreateTime().desc()
                : query.orderByDueDate().asc();
    }

    private void check() {
        assertThat(jdbc.sql(DIFFERENCES).query(String.class).list()).isEmpty();
    }

    private int rows(String taskId) {
        return jdbc.sql("select count(*) from wubu.worklist where task_id = :id")
                .param("id", taskId)
                .query(Integer.class)
                .single();
    }
}
