package io.wubu.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T11, T41: our own lists ask for no more than one answer holds, and of an empty list for nothing (s01). */
class BoundsIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Test
    void noIdsAreNoCards() {
        var task = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        var officer = new Browser(port).withPassword(account(Role.CITY_ECO_OFFICE, CITY), PASSWORD);
        for (var path : List.of("/api/cards", "/api/cards/next")) {
            for (var query : List.of("", "?ids=", "?ids=,", "?ids=,,%20,", "?ids=&ids=", "?ids=none", "?ids")) {
                var answer = officer.get(path + query);
                assertThat(answer.statusCode()).as(path + query).isEqualTo(200);
                assertThat(answer.body()).as(path + query).isEqualTo("{}");
            }
            assertThat(officer.get(path + "?ids=" + task).body()).as(path).contains(task);
            assertThat(officer.get(path + "?ids=," + task + "," + task).body())
                    .as(path)
                    .containsOnlyOnce("\"" + task + "\":");
        }
    }

    @Test
    void whatIsFartherOffOrLongerThanAnHonestQuestionIsRefusedByFieldAndRule() {
        var officer = new Browser(port).withPassword(account(Role.CITY_ECO_OFFICE, CITY), PASSWORD);
        var ids = IntStream.range(0, 51).mapToObj(i -> "t" + i).toList();
        for (var path : List.of("/api/cards", "/api/cards/next")) {
            isRefused(officer, path + "?ids=" + String.join(",", ids), "“ids”：一次至多 50 个");
            isRefused(officer, path + "?" + repeated("ids", ids), "“ids”：");
            isRefused(officer, path + "?ids=" + "x".repeat(501), "“ids”：每个至多 500 字");
        }
        isRefused(officer, "/api/problems?page=0", "“页”：应在 1—10000 之间");
        isRefused(officer, "/api/problems?page=2147483647", "“页”：应在 1—10000 之间");
        isRefused(officer, "/api/problems?size=101", "“每页条数”");
        isRefused(officer, "/api/problems?text=" + "x".repeat(501), "“text”：至多 500 字");
        isRefused(officer, "/api/problems?state=", "“状态”：没有选");
        isRefused(
                officer, "/api/problems?" + repeated("state", Collections.nCopies(51, "ASSIGNED")), "“state”：至多 50 个值");
        var many = IntStream.range(0, 21).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        isRefused(officer, "/api/problems?" + many, "“参数”：至多 20 个");
        isRefused(officer, "/api/calendar?year=2147483647", "“年”：应在 1949—2199 之间");
        isRefused(officer, "/api/calendar?year=-1", "“年”：");
        var admin = new Browser(port).withPassword(account(Role.MINISTRY_ADMIN, MINISTRY), PASSWORD);
        isRefused(admin, "/api/accounts?page=2147483647", "“页”：应在 0—10000 之间");
        isRefused(admin, "/api/accounts?page=-1", "“页”：");
        isRefused(admin, "/api/calendar/recalculations/1?page=2147483647", "“页”：");
        var auditor = new Browser(port).withPassword(account(Role.AUDITOR, MINISTRY), PASSWORD);
        isRefused(auditor, "/api/audit?to=%2B999999999-12-31", "“截止日期”：应在 1949—2199 年之间");
        isRefused(auditor, "/api/audit?from=0000-01-01", "“起始日期”：");
    }

    private static String repeated(String name, List<String> values) {
        return values.stream().map(value -> name + "=" + value).collect(Collectors.joining("&"));
    }

    private static void isRefused(Browser browser, String path, String words) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(422);
        assertThat(answer.body()).as(path).contains(words, "rule-broken");
    }
}
