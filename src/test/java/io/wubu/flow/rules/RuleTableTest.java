package io.wubu.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.sources.SourceEntry;
import io.wubu.sources.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table, over all inputs that make a difference: its rows have sources of their day, no gap, no overlap, no shadow. */
class RuleTableTest {

    private final Sources sources = new Sources();

    static Stream<RuleGrid> tables() {
        return FileTables.files().stream().map(RuleGrid::read);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowRestsOnSourcesOfTheRegister(RuleGrid table) {
        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.sources())
                .as(row.id())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(sources.find(key)).as(key).isPresent()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noRowCitesASourceOnADayOnWhichItWasNotInForce(RuleGrid table) {
        for (var row : table.rows()) {
            for (var source : row.sources().stream().map(sources::get).toList()) {
                for (var day : days(table, source)) {
                    assertThat(source.isInForce(day) || !table.matchesDay(row, day))
                            .as("%s cites %s on %s", row.id(), source.key(), day)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowIsReachedAndNoQuestionFallsBetweenRows(RuleGrid table) {
        var reached = new HashSet<String>();
        for (var inputs : table.combinations()) {
            var hits = table.rows().stream()
                    .filter(row -> table.matches(row, inputs))
                    .toList();
            var isKnown = table.isKnown(inputs);
            if (table.hitPolicy() != HitPolicy.COLLECT) {
                assertThat(hits.isEmpty() && isKnown).as("gap at " + inputs).isFalse();
            }
            if (table.hitPolicy() == HitPolicy.UNIQUE) {
                assertThat(hits).as("overlap at " + inputs).hasSizeLessThan(2);
            }
            (table.hitPolicy() == HitPolicy.FIRST ? hits.stream().limit(1) : hits.stream())
                    .forEach(hit -> reached.add(hit.id()));
        }
        assertThat(table.rows()).extracting(RuleGrid.Row::id).allMatch(reached::contains, "is reached");
    }

    /** A day between two rows would fall to another row further down, silently. */
    @ParameterizedTest
    @MethodSource("tables")
    void theDatedRowsOfOneMatterJoin(RuleGrid table) {
        table.matters().forEach((matter, rows) -> {
            for (var day : table.dayValues()) {
                assertThat(rows)
                        .filteredOn(row -> table.matchesDay(row, LocalDate.parse(day.toString())))
                        .as("%s on %s", matter, day)
                        .hasSize(1);
            }
        });
    }

    /** The days around each border of table and source, one long ago, one to come. */
    private static List<LocalDate> days(RuleGrid table, SourceEntry source) {
        var days = new ArrayList<LocalDate>();
        days.add(LocalDate.of(2000, 1, 1));
        days.add(LocalDate.of(2099, 12, 31));
        var borders = new ArrayList<>(table.days());
        Stream.of(source.validFrom(), source.validUntil())
                .filter(date -> date.length() == 10)
                .map(LocalDate::parse)
                .forEach(borders::add);
        for (var border : Set.copyOf(borders)) {
            days.add(border.minusDays(1));
            days.add(border);
            days.add(border.plusDays(1));
        }
        return days;
    }
}
