package io.wubu.desk.cases;

import io.wubu.flow.engine.StepNames;
import io.wubu.rulings.Ruled;
import io.wubu.rulings.Ruling;
import io.wubu.sources.Force;
import io.wubu.sources.SourceEntry;
import io.wubu.sources.Sources;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rulings in the words their readers know, each with its sources as they stood on the day that counts. */
@Component
class RulingLines {

    /** Codes for the program, the unit that stands with its number, what the concerned unit never learns (a clue), and the day, which stands beside. */
    private static final Set<String> UNSEEN = Set.of("duty", "copyRoles", "clue", "onDay", "item", "unit");

    private final Sources sources;
    private final StepNames steps;

    RulingLines(Sources sources, StepNames steps) {
        this.sources = sources;
        this.steps = steps;
    }

    /**
     * A ruling.
     *
     * @param day the day of the act or finding, by which the row was chosen
     * @param isDefault whether a default of ours is among its sources
     */
    record Line(
            Instant at,
            LocalDate day,
            String step,
            String table,
            int version,
            List<Part> inputs,
            List<Part> result,
            List<SourceLine> sources,
            boolean isDefault) {}

    /** An input or a result, label and word. */
    record Part(String label, String word) {}

    /**
     * A source of a ruling.
     *
     * @param inForce whether it was in force on the day of the ruling; a default always is
     */
    record SourceLine(
            String title,
            String number,
            String issuer,
            String article,
            String kind,
            String force,
            String reason,
            String verified,
            boolean inForce) {}

    Line line(Ruling ruling) {
        var resting = ruling.sources().stream().map(sources::get).toList();
        return new Line(
                ruling.at(),
                ruling.day(),
                steps.of(ruling.step()),
                ruling.tableName(),
                ruling.version(),
                parts(ruling.inputs()),
                ruling.row().isEmpty() ? List.of(new Part("结论", "没有命中")) : parts(ruling.result()),
                resting.stream().map(source -> line(source, ruling.day())).toList(),
                resting.stream().anyMatch(source -> source.force() == Force.DEFAULT));
    }

    private static SourceLine line(SourceEntry source, LocalDate day) {
        return new SourceLine(
                source.title(),
                source.number(),
                source.issuer(),
                source.article(),
                source.kind().chinese(),
                source.force().chinese(),
                source.reason(),
                source.verified(),
                source.isInForce(day));
    }

    private static List<Part> parts(List<Ruled> fields) {
        var unit = fields.stream()
                .filter(field -> field.name().equals("unit"))
                .map(Ruled::word)
                .findFirst()
                .orElse("");
        return fields.stream()
                .filter(field -> !UNSEEN.contains(field.name()) && !field.word().isEmpty())
                .map(field ->
                        new Part(field.label(), field.name().equals("amount") ? field.word() + unit : field.word()))
                .toList();
    }
}
