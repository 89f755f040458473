package io.wubu.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.drafts.PaperDrafts;
import io.wubu.flow.engine.Tasks;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.shared.Json;
import io.wubu.shared.RuleBroken;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.unit.DataSize;

/** f18: a draft is kept for whose paper it is, as long as there is a paper, and not without measure. */
class DraftsIT extends WubuTest {

    private static final String TEXT = "{\"note\":\"草稿\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Tasks tasks;

    @Autowired
    private People people;

    @Autowired
    private Json json;

    @Autowired
    private PaperDrafts kept;

    @BeforeEach
    void forget() {
        jdbc.sql("delete from wubu.paper_draft").update();
    }

    @Test
    void whoseTheTaskIsKeepsADraftAndNobodyElse() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn").getId();
        var path = "/api/tasks/" + task;
        var own = browser(Role.CITY_ECO_OFFICE, CITY);
        assertThat(own.send("PUT", path + "/draft", TEXT).statusCode()).isEqualTo(204);
        for (var other : List.of(
                browser(Role.CITY_GOV, CITY),
                browser(Role.COUNTY_GOV, COUNTY),
                browser(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY),
                browser(Role.CITY_ECO_OFFICE, "140500"))) {
            assertThat(other.send("PUT", path + "/draft", TEXT).statusCode()).isIn(403, 404, 422);
        }
        assertThat(count()).isEqualTo(1);
        assertThat(Entrance.json(own.get(path + "/paper").body())
                        .get("draft")
                        .get("note")
                        .asText())
                .isEqualTo("草稿");
    }

    @Test
    void whatSomebodyElseHasClaimedIsNoMoreOnesOwn() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn").getId();
        var own = browser(Role.CITY_ECO_OFFICE, CITY);
        assertThat(own.send("PUT", "/api/tasks/" + task + "/draft", TEXT).statusCode())
                .isEqualTo(204);
        asSystem.run(() -> engine.getTaskService().setAssignee(task, "somebody-else"));
        var answer = own.send("PUT", "/api/tasks/" + task + "/draft", "{\"note\":\"mine\"}");
        assertThat(answer.statusCode()).isIn(404, 422);
        var paper = own.get("/api/tasks/" + task + "/paper");
        assertThat(paper.body()).doesNotContain("草稿");
    }

    @Test
    void oneAccountKeepsSoManyAndSoMuch() {
        var user = account(Role.CITY_ECO_OFFICE, CITY);
        var drafts = drafts(DataSize.ofBytes(100), 2, DataSize.ofBytes(150));
        assertThatThrownBy(() -> drafts.keep("t1", user, Map.of("note", "x".repeat(100))))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("草稿");
        var first = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        var second = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        drafts.keep(first, user, Map.of("note", "x"));
        drafts.keep(second, user, Map.of("note", "x".repeat(60)));
        drafts.keep(second, user, Map.of("note", "y".repeat(70)));
        var third = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        assertThatThrownBy(() -> drafts.keep(third, user, Map.of("note", "x"))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> drafts.keep(first, user, Map.of("note", "x".repeat(80))))
                .isInstanceOf(RuleBroken.class);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aDraftGoesWithItsTask() {
        var user = account(Role.CITY_ECO_OFFICE, CITY);
        var drafts = drafts(DataSize.ofKilobytes(1), 1, DataSize.ofKilobytes(2));
        drafts.keep("no-such-task", user, Map.of("note", "x"));
        var open = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        drafts.keep(open, user, Map.of("note", "x"));
        assertThat(count()).as("room was made").isEqualTo(1);
        drafts.keep(open, user, Map.of("note", "y"));
        jdbc.sql("insert into wubu.paper_draft values ('gone', 'x.y', '{}', :then)")
                .param("then", OffsetDateTime.parse("2026-11-23T09:00:00+08:00"))
                .update();
        drafts.sweep();
        assertThat(drafts.of("gone", "x.y")).isNull();
        assertThat(drafts.of(open, user)).containsEntry("note", "y");
    }

    private Drafts drafts(DataSize longest, int most, DataSize total) {
        return new Drafts(kept, json, tasks, people, longest, most, total);
    }

    private int count() {
        return jdbc.sql("select count(*) from wubu.paper_draft")
                .query(Integer.class)
                .single();
    }

    private Browser browser(Role role, String region) {
        return new Browser(port).withPassword(account(role, region), PASSWORD);
    }
}
