package io.wubu.sources;

import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the register: comma-separated, no quotes; whatever is wrong in it is told with line, column and rule. */
final class SourcesFile {

    private static final String HEAD = "标识,文件名称,文号,制定机关,条款,种类,效力,施行日,末日,接续,默认值理由,核对";
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile("(\\d{4}(-\\d{2}(-\\d{2})?)?)?");

    private final Map<String, SourceEntry> entries = new LinkedHashMap<>();
    private final String name;
    private int line;

    private SourcesFile(String name) {
        this.name = name;
    }

    static Map<String, SourceEntry> read(String name, InputStream stream) {
        var file = new SourcesFile(name);
        try (stream) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(file::take);
        } catch (IOException e) {
            throw new CannotStart(name + " 读不出来", e);
        }
        file.entries.values().forEach(file::checkSuccessor);
        return file.entries;
    }

    private void take(String text) {
        line++;
        if (line == 1) {
            require(text.equals(HEAD), "表头", "应为 " + HEAD);
        } else if (!text.isBlank()) {
            var entry = entry(text.split(",", -1));
            require(entries.put(entry.key(), entry) == null, "标识", "“" + entry.key() + "”重复");
        }
    }

    private SourceEntry entry(String[] cells) {
        require(cells.length == HEAD.split(",").length, "列数", "应为 12 列，单元格内不用半角逗号");
        var entry = new SourceEntry(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                word(SourceKind.values(), SourceKind::chinese, cells[5], "种类"),
                word(Force.values(), Force::chinese, cells[6], "效力"),
                cells[7],
                cells[8],
                cells[9].isEmpty() ? null : cells[9],
                cells[10],
                cells[11]);
        check(entry);
        return entry;
    }

    private void check(SourceEntry entry) {
        require(KEY.matcher(entry.key()).matches(), "标识", "应为小写字母、数字和短横");
        require(!entry.title().isBlank(), "文件名称", "不能为空");
        require(DATE.matcher(entry.validFrom()).matches(), "施行日", "应为 年-月-日，或只到月、年");
        require(DATE.matcher(entry.validUntil()).matches(), "末日", "应为 年-月-日，或只到月、年");
        var isDefault = entry.kind() == SourceKind.DEFAULT;
        require(isDefault == (entry.force() == Force.DEFAULT), "效力", "种类为默认值的，效力也是默认值，反之亦然");
        require(isDefault != entry.reason().isBlank(), "默认值理由", isDefault ? "不能为空" : "只有默认值才写理由");
        require(isDefault != entry.isDated(), "施行日", isDefault ? "默认值没有施行日" : "不能为空");
        require(!entry.verified().isBlank(), "核对", "不能为空");
    }

    private void checkSuccessor(SourceEntry entry) {
        if (entry.successor() != null && !entries.containsKey(entry.successor())) {
            throw new CannotStart("%s：“%s”的接续“%s”不在表内".formatted(name, entry.key(), entry.successor()));
        }
    }

    private <E> E word(E[] all, Function<E, String> chinese, String cell, String column) {
        return Arrays.stream(all)
                .filter(one -> chinese.apply(one).equals(cell))
                .findFirst()
                .orElseThrow(() ->
                        wrong(column, "应为 " + Arrays.stream(all).map(chinese).toList()));
    }

    private void require(boolean fine, String column, String rule) {
        if (!fine) {
            throw wrong(column, rule);
        }
    }

    private CannotStart wrong(String column, String rule) {
        return new CannotStart("%s 第 %d 行“%s”：%s".formatted(name, line, column, rule));
    }
}
