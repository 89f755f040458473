package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A table belongs to the room that writes it, and no other room names it in SQL. What is read across rooms is read by
 * {@code insight} from views of its own (docs/adr/0018).
 */
class TableOwnersTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Tables no statement of Java writes: delivered by a migration, or kept by triggers. */
    private static final Map<String, String> DELIVERED =
            Map.of("region", "regions", "region_alias", "regions", "worklist", "flow", "worklist_expected", "flow");

    /** {@code reader.table}: why. A line goes when its statement goes; none is added, {@code insight} is there for that. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry(
                    "evidence.record_entry",
                    "which cases show a photo decides who may fetch it; records know no photos"),
            Map.entry("flow.record_entry", "the migration of the engine's dates takes records as witness (ADR 15)"),
            Map.entry("flow.running_limit", "the same with due dates"),
            Map.entry("inspections.interview", "figures of a city for the score (DMN-9)"),
            Map.entry("inspections.problem", "figures of a city for the score (DMN-9)"),
            Map.entry("inspections.region", "two opened at once for a city: the place's row is the lock"),
            Map.entry("interviews.region", "the same for an interview"),
            Map.entry("problems.region", "the sites in a city's counties"),
            Map.entry("problems.round", "figures of a county over rounds (DMN-8)"),
            Map.entry("sample.campaign", "whether the database is empty, before anything else runs"),
            Map.entry("sample.person", "the same"));

    private static final Pattern MADE =
            Pattern.compile("create (?:table|(?:or replace )?view) (?:if not exists )?wubu\\.(\\w+)");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.])wubu\\.(\\w+)\\b(?![.\\-])");
    private static final Pattern WRITTEN = Pattern.compile("(?:insert into|update|delete from)\\s+wubu\\.(\\w+)");
    private static final Pattern ROOM = Pattern.compile("io/wubu/(\\w+)/");
    private static final String VIEWS = "insight_";

    @Test
    void oneRoomWritesATable() {
        assertThat(writers())
                .hasSizeGreaterThan(50)
                .allSatisfy((table, rooms) -> assertThat(rooms).as(table).hasSize(1));
    }

    @Test
    void noRoomReadsAnothersTable() {
        var owners = new HashMap<>(DELIVERED);
        writers().forEach((table, rooms) -> owners.put(table, rooms.iterator().next()));
        var across = new TreeSet<String>();
        named().forEach((table, rooms) -> rooms.stream()
                .filter(room -> !room.equals(table.startsWith(VIEWS) ? "insight" : owners.get(table)))
                .forEach(room -> across.add(room + "." + table)));
        assertThat(across).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    @Test
    void theDeskReadsTablesThroughRoomsAlone() {
        assertThat(named().values()).allSatisfy(rooms -> assertThat(rooms).doesNotContain("desk"));
        assertThat(sources("java", "desk").map(TableOwnersTest::text))
                .allSatisfy(text -> assertThat(text).doesNotContain("JdbcClient", "JdbcTemplate"));
    }

    @Test
    void theReadWingReadsItsViewsAloneAndTheyAreNamedAfterIt() {
        var read = named().entrySet().stream()
                .filter(table -> table.getValue().contains("insight"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(read).isNotEmpty().allMatch(table -> table.startsWith(VIEWS));
        assertThat(sources("java", "insight").map(TableOwnersTest::text))
                .allSatisfy(text -> assertThat(text).doesNotContain("public.act_", "insert into", "delete from"));
        assertThat(made().filter(name -> name.startsWith(VIEWS)))
                .containsAll(read.stream()
                        .filter(name -> !name.equals("insight_problem")) // renamed in V200
                        .toList());
    }

    /** By table or view, the rooms whose Java or XML names it. */
    private static Map<String, Set<String>> named() {
        var known = made().collect(Collectors.toSet());
        return rooms(NAMED, name -> known.contains(name) || name.startsWith(VIEWS));
    }

    private static Map<String, Set<String>> writers() {
        return rooms(WRITTEN, name -> true);
    }

    private static Map<String, Set<String>> rooms(Pattern what, Predicate<String> isTable) {
        var found = new TreeMap<String, Set<String>>();
        Stream.of("java", "xml").flatMap(ending -> sources(ending, "")).forEach(file -> {
            var room = ROOM.matcher(file.toString().replace('\\', '/'));
            if (room.find()) {
                what.matcher(text(file))
                        .results()
                        .map(hit -> hit.group(1))
                        .filter(isTable)
                        .forEach(table -> found.computeIfAbsent(table, name -> new TreeSet<>())
                                .add(room.group(1)));
            }
        });
        return found;
    }

    private static Stream<String> made() {
        return Stream.concat(files(MIGRATIONS), sources("java", "flow"))
                .flatMap(file -> MADE.matcher(text(file)).results())
                .map(hit -> hit.group(1));
    }

    private static Stream<Path> sources(String ending, String room) {
        return files(MAIN)
                .filter(file -> file.toString().endsWith("." + ending)
                        && (room.isEmpty() || file.toString().contains("wubu/" + room + "/")));
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
