package io.wubu.imports;

import io.wubu.imports.files.BadFile;
import io.wubu.imports.files.LedgerFile;
import io.wubu.imports.files.Refusal;
import io.wubu.problems.FindingRules;
import io.wubu.regions.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Gives a ledger to the reader the way an import does, with a small part of the code table. */
class LedgerTrial {

    static final String HEAD = "发现日期,省,市,县区,乡镇,点位/企业名称,统一社会信用代码,问题类型,问题描述,查处情况\n";
    static final String ROW = "2017-03-18,河北省,邯郸市,丛台区,黄粱梦镇,某砖厂,,散乱污,无手续无设施,\n";

    private static final FindingRules RULES =
            new FindingRules(LocalDate.of(2016, 9, 1), Instant.parse("2026-11-24T01:00:00Z"));

    @TempDir
    Path folder;

    final List<LedgerRow> rows = new ArrayList<>();

    LedgerCheck csv(String text) {
        return check(write("l.csv", text.getBytes(StandardCharsets.UTF_8)), "000000");
    }

    LedgerCheck check(Path file, String scope) {
        rows.clear();
        var reading = new LedgerReading(new RegionFinder(LedgerTrial::named), RULES, scope, rows::add);
        BadFile fault = null;
        try {
            LedgerFile.open(file, file.getFileName().toString()).read(reading);
        } catch (BadFile e) {
            fault = e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return reading.result("", fault);
    }

    static List<String> codes(LedgerCheck check) {
        return check.refusals().stream().map(Refusal::code).toList();
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A small part of the code table. */
    static Optional<Region> named(String province, String city, String county) {
        return switch (province + "/" + city + "/" + county) {
            case "河北省/邯郸市/丛台区" -> Optional.of(region("130403", "county"));
            case "河北省/邯郸市/", "河北省/邯郸市/冀南新区" -> Optional.of(region("130400", "city"));
            case "天津市//津南区" -> Optional.of(region("120112", "county"));
            default -> Optional.empty();
        };
    }

    static Region region(String code, String level) {
        return new Region(code, code, code, level, null, null, "行政区");
    }
}
