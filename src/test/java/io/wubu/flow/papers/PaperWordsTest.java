package io.wubu.flow.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The case record is read by people: no names of fields, no codes of choices. */
class PaperWordsTest {

    private static final PaperForm FORM = PaperForm.parse(
            """
            <form>
              <label for="county">承办县区</label><select id="county" name="county" data-options></select>
              <label for="decision">结论</label>
              <select id="decision" name="decision"><option value="">请选择</option><option value="PASS">通过</option></select>
              <label for="at">时间</label><input id="at" name="at" type="datetime-local">
              <label><input name="sure" type="checkbox" value="true" data-label="确认"> 确认</label>
              <div data-label="公示渠道">
                <label><input name="channels" type="checkbox" value="WEB"> 市政府网站</label>
                <label><input name="channels" type="checkbox" value="DAILY"> 城市日报</label>
              </div>
              <div data-list="teams" data-label="督查组"><template><div>
                <input name="code" type="hidden" data-label="代码">
                <label>派出地<select name="home" data-label="派出地" data-options></select></label>
                <label>完成日期<input name="due" data-label="完成日期" type="date"></label>
              </div></template></div>
              <input name="photos" type="file" data-photos data-label="照片">
            </form>
            """);

    @Test
    void aPaperIsKeptInWordsAndInItsOrder() {
        var given = Map.<String, Object>of(
                "teams",
                List.of(Map.of("code", "130400", "home", "370100", "due", "2026-12-01")),
                "county",
                "130403",
                "decision",
                "PASS",
                "at",
                "2026-11-24T09:30",
                "sure",
                true,
                "channels",
                List.of("WEB", "DAILY"),
                "photos",
                List.of("0b0e6f5e-8f4f-4c1c-9d3c-111111111111"));
        var prefill = Map.<String, Object>of(
                "options.county", List.of(Map.of("value", "130403", "label", "丛台区")),
                "options.home", List.of(Map.of("value", "370100", "label", "山东省济南市")));
        var values = new PaperCheck(LocalDate.of(2026, 11, 24)).check(FORM, given);

        assertThat(PaperWords.of(FORM, values, prefill))
                .containsExactly(
                        entry("承办县区", "丛台区"),
                        entry("结论", "通过"),
                        entry("时间", "2026-11-24 09:30"),
                        entry("确认", "是"),
                        entry("公示渠道", List.of("市政府网站", "城市日报")),
                        entry("督查组", List.of(Map.of("派出地", "山东省济南市", "完成日期", "2026-12-01"))));
    }
}
