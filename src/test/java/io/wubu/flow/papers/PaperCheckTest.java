package io.wubu.flow.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The form's own HTML is what a paper is checked against. */
class PaperCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final PaperForm FORM = PaperForm.parse(
            """
            <form>
              <label for="note">说明</label><textarea id="note" name="note" required minlength="5" maxlength="10"></textarea>
              <label for="decision">结论</label>
              <select id="decision" name="decision" required><option value="">请选择</option><option value="PASS">通过</option><option value="FAIL">不通过</option></select>
              <label for="why">理由</label><input id="why" name="why" type="text" data-required-if="decision=FAIL">
              <label for="on">日期</label><input id="on" name="on" type="date" max="today">
              <label for="share">比例</label><input id="share" name="share" type="number" min="0" max="100">
              <label for="phone">电话</label><input id="phone" name="phone" type="text" pattern="1\\d{10}" title="应为 11 位手机号">
              <label><input name="sure" type="checkbox" value="true" required data-label="确认"> 确认</label>
              <div data-list="measures" data-label="措施" data-min="1" data-required>
                <template><div><label>内容<input name="text" data-label="内容" required></label></div></template>
              </div>
              <input name="photos" type="file" data-photos data-label="照片" data-min="2" data-required>
            </form>
            """);

    private static final String PHOTO = "0b0e6f5e-8f4f-4c1c-9d3c-111111111111";
    private static final String PHOTO2 = "0b0e6f5e-8f4f-4c1c-9d3c-222222222222";

    private static final Map<String, Object> GOOD = Map.of(
            "note", " 已经完成整改 ",
            "decision", "PASS",
            "on", "2026-11-24",
            "share", "40",
            "phone", "13800000000",
            "sure", true,
            "measures", List.of(Map.of("text", "清原料")),
            "photos", List.of(PHOTO, PHOTO2));

    @Test
    void aGoodPaperIsReadWithItsTypes() {
        var values = new PaperCheck(TODAY).check(FORM, GOOD);

        assertThat(values)
                .containsEntry("note", "已经完成整改")
                .containsEntry("share", 40L)
                .containsEntry("on", TODAY);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(faults(Map.of())).containsExactlyInAnyOrder("note", "decision", "sure", "measures", "photos");
    }

    @Test
    void eachRuleOfTheFormIsEnforced() {
        assertThat(messages("note", "短")).containsExactly("“说明”至少 5 字，现为 1 字");
        assertThat(messages("note", "这段文字超过了十个字的上限")).containsExactly("“说明”至多 10 字，现为 13 字");
        assertThat(messages("decision", "HACK")).containsExactly("“结论”不能选“HACK”");
        assertThat(messages("decision", "FAIL")).containsExactly("“理由”必填");
        assertThat(messages("on", "2026-11-25")).containsExactly("“日期”不能晚于今天");
        assertThat(messages("on", "24.11.2026")).containsExactly("“日期”应为日期（年-月-日）");
        assertThat(messages("share", "101")).containsExactly("“比例”应不小于 0 不大于 100");
        assertThat(messages("share", "NaN")).containsExactly("“比例”应为数字（半角，小数点用“.”）");
        assertThat(messages("share", "0x1p3")).containsExactly("“比例”应为数字（半角，小数点用“.”）");
        assertThat(messages("share", Double.POSITIVE_INFINITY)).containsExactly("“比例”应为数字（半角，小数点用“.”）");
        assertThat(messages("note", 1234567)).containsExactly("“说明”应为文字");
        assertThat(messages("phone", 13800000000L)).containsExactly("“电话”应为文字");
        assertThat(messages("note", "一二三四五\u0000")).containsExactly("“说明”含有不能使用的控制字符");
        assertThat(messages("note", "\u200B\u200B\u200B\u200B\u200B\u200B")).containsExactly("“说明”只有看不见的字符");
        assertThat(messages("on", "+999999999-12-31")).containsExactly("“日期”应在 1900—2200 年之间");
        assertThat(messages("phone", "12")).containsExactly("“电话”：应为 11 位手机号");
        assertThat(messages("sure", false)).containsExactly("“确认”必填");
        assertThat(messages("photos", List.of(PHOTO))).containsExactly("“照片”至少 2 张，现有 1 张");
        assertThat(messages("photos", List.of("../../etc/passwd"))).containsExactly("“照片”中的照片无法识别，请重新上传");
        assertThat(messages("measures", List.of(Map.of("text", "")))).containsExactly("“措施第1项 内容”必填");
    }

    @Test
    void whatTheFormDoesNotAskForIsDropped() {
        var more = new HashMap<>(GOOD);
        more.put("penaltyApproved", true);

        assertThat(new PaperCheck(TODAY).check(FORM, more)).doesNotContainKey("penaltyApproved");
    }

    private static List<String> faults(Map<String, Object> given) {
        return refusal(given).faults().stream().map(RuleBroken.Fault::field).toList();
    }

    private static List<String> messages(String field, Object value) {
        var given = new HashMap<>(GOOD);
        given.put(field, value);
        return refusal(given).faults().stream().map(RuleBroken.Fault::message).toList();
    }

    private static RuleBroken refusal(Map<String, Object> given) {
        return catchThrowableOfType(RuleBroken.class, () -> new PaperCheck(TODAY).check(FORM, given));
    }
}
