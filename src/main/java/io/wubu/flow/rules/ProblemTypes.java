package io.wubu.flow.rules;

import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The problem types officers choose from: the campaign's closed list, then those bpmn/rules/severity.dmn knows. */
@Component
public class ProblemTypes {

    /** 攻坚行动强化督查的问题清单 (rule book M08). */
    private static final List<String> CAMPAIGN = List.of(
            "超标排放",
            "自动监测数据弄虚作假",
            "治污设施不正常运行",
            "散乱污企业综合整治不力",
            "散煤治理不到位",
            "燃煤工业锅炉治理不到位",
            "工业企业未完成提标改造",
            "面源污染防控未达到要求",
            "错峰生产未有效落实",
            "重污染天气应对不力");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final List<Type> types;

    /**
     * A problem type with what the table proposes for it.
     *
     * @param limit the rectification limit in words
     */
    public record Type(String name, String severity, String limit) {}

    ProblemTypes(Rules rules) {
        types = names().stream().map(name -> type(name, rules)).toList();
    }

    /** All types, the campaign's first. */
    public List<Type> all() {
        return types;
    }

    private static Type type(String name, Rules rules) {
        var row = rules.one("severity", Map.of("problemType", name));
        var limit = new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), false);
        return new Type(name, row.text("severity"), limit.chinese());
    }

    private static Set<String> names() {
        var names = new LinkedHashSet<>(CAMPAIGN);
        try (InputStream model = new ClassPathResource("bpmn/rules/severity.dmn").getInputStream()) {
            Dmn.readModelFromStream(model)
                    .getModelElementsByType(InputEntry.class)
                    .forEach(entry -> QUOTED.matcher(entry.getText().getTextContent())
                            .results()
                            .forEach(found -> names.add(found.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
