package io.wubu.flow.rules;

import io.wubu.campaigns.PointKind;
import io.wubu.flow.engine.StepNames;
import io.wubu.lawclock.LimitUnit;
import io.wubu.people.Role;
import io.wubu.rulings.Ruled;
import io.wubu.slips.Colour;
import io.wubu.slips.Trigger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The values of a ruling as officers read them. */
@Component
class RulingWords {

    private static final Map<String, String> SEVERITY =
            Map.of("CRITICAL", "特别严重", "MAJOR", "严重", "NORMAL", "一般", "MINOR", "轻微");
    private static final Map<String, String> SOURCE = Map.of(
            "SUPERVISION", "强化督查",
            "PATROL", "巡查",
            "HOT_GRID", "热点网格",
            "HOTLINE_12369", "12369 举报",
            "RANDOM", "随机抽查",
            "LEDGER", "台账导入");
    private static final Map<String, String> SLIP = with(names(Colour.values(), Colour::chinese), "NONE", "无");
    private static final Map<String, String> ROLE = names(Role.values(), Role::chinese);

    /** The words of the inputs and outputs that are codes, by name. */
    private static final Map<String, Map<String, String>> WORDS = Map.ofEntries(
            Map.entry("severity", SEVERITY),
            Map.entry("source", SOURCE),
            Map.entry("unit", names(LimitUnit.values(), LimitUnit::chinese)),
            Map.entry("trigger", names(Trigger.values(), Trigger::chinese)),
            Map.entry("kind", names(PointKind.values(), PointKind::chinese)),
            Map.entry("colour", SLIP),
            Map.entry("previous", SLIP),
            Map.entry("earlier", SLIP),
            Map.entry("requested", SLIP),
            Map.entry("acceptor", ROLE),
            Map.entry("signer", ROLE),
            Map.entry("recorder", ROLE),
            Map.entry("actor", ROLE),
            Map.entry(
                    "matter",
                    Map.of("refusedCheck", "拒绝现场检查", "interviewReason", "约谈情形", "interviewOpenness", "约谈公开")));

    private final UnaryOperator<String> steps;

    @Autowired
    RulingWords(StepNames steps) {
        this(steps::of);
    }

    RulingWords(UnaryOperator<String> steps) {
        this.steps = steps;
    }

    Ruled ruled(String name, String label, @Nullable Object value) {
        return new Ruled(name, label, value, word(name, value));
    }

    private String word(String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        var text = value.toString();
        if (name.equals("limitDays") && text.equals("0")) {
            return "未定";
        }
        return name.equals("step")
                ? steps.apply(text)
                : WORDS.getOrDefault(name, Map.of()).getOrDefault(text, text);
    }

    private static <E extends Enum<E>> Map<String, String> names(E[] values, Function<E, String> chinese) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, chinese));
    }

    private static Map<String, String> with(Map<String, String> names, String code, String word) {
        var more = new HashMap<>(names);
        more.put(code, word);
        return more;
    }
}
