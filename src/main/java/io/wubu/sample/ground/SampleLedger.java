package io.wubu.sample.ground;

import io.wubu.flow.fivestep.LedgerIntake;
import io.wubu.flow.fivestep.LedgerIntake.Terms;
import io.wubu.imports.files.Refusal;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Imports the published problem points, their dates moved with the campaign, as the office would. */
@Component
class SampleLedger {

    private static final Logger LOG = LoggerFactory.getLogger(SampleLedger.class);
    private static final String DATE = "date";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final LedgerIntake intake;
    private final People people;

    SampleLedger(LedgerIntake intake, People people) {
        this.intake = intake;
        this.people = people;
    }

    void bring(int weeks, Instant assignedAt) {
        var office = people.get(SamplePosts.account(Role.MINISTRY_SUPERVISION_OFFICE, Region.MINISTRY));
        try {
            var file = Files.createTempFile("wubu-sample", ".csv");
            try {
                write(file, weeks);
                var outcome = intake.take(file, "problem_points.csv", new Terms(false, true, assignedAt), office);
                var refused = outcome.check().refusals().stream()
                        .collect(Collectors.groupingBy(Refusal::code, TreeMap::new, Collectors.counting()));
                LOG.info("sample ledger: {} problems imported, refused {}", outcome.accepted(), refused);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, int weeks) throws IOException {
        var source = new ClassPathResource("sample/problem_points.csv");
        try (var read = FORMAT.parse(new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8));
                var written = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
            written.printRecord(read.getHeaderNames());
            for (var line : read) {
                written.printRecord(read.getHeaderNames().stream()
                        .map(name -> name.equals(DATE) ? moved(line.get(name), weeks) : line.get(name)));
            }
        }
    }

    /** Incomplete dates stay as they are; the import refuses them. */
    private static String moved(String date, int weeks) {
        return date.length() == 10 ? LocalDate.parse(date).plusWeeks(weeks).toString() : date;
    }
}
