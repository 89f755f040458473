package io.wubu.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A paper is read in the order it was written in, whatever the database makes of it. */
class LabelsTest {

    @Test
    void labelsAtAnyDepthKeepTheirOrder() {
        var row = new LinkedHashMap<String, Object>();
        row.put("整改措施", "清原料");
        row.put("人", "甲");
        var paper = new LinkedHashMap<String, Object>();
        paper.put("问题原因", "x");
        paper.put("措施", List.of(row));
        paper.put("无", null);
        paper.put("期", "y");
        var labels = Labels.of(paper);
        assertThat(labels).containsExactly("问题原因", "措施", "整改措施", "人", "无", "期");

        var shuffled = new LinkedHashMap<String, Object>();
        shuffled.put("期", "y");
        shuffled.put("另", 1);
        shuffled.put("措施", List.of(Map.of("人", "甲", "整改措施", "清原料")));
        shuffled.put("问题原因", "x");
        var read = Labels.ordered(shuffled, labels);
        assertThat(read.keySet()).containsExactly("问题原因", "措施", "期", "另");
        assertThat(read.get("措施")).hasToString("[{整改措施=清原料, 人=甲}]");
    }

    @Test
    void withoutLabelsNothingMoves() {
        var paper = new LinkedHashMap<String, Object>();
        paper.put("乙", 1);
        paper.put("甲", 2);
        assertThat(Labels.ordered(paper, List.of()).keySet()).containsExactly("乙", "甲");
    }
}
