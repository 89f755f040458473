package io.wubu.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same data under a JVM of one zone and then of another, as processes of their own: every date stays its instant. */
class OtherZoneIT {

    /** What agrees and what does not: tasks, the timers that mark them overdue, the worklist's copies, with the limit. */
    private static final String DATES =
            """
            select (t.due_date_ = l.due_at and w.due = l.due_at
                    and not exists (select from public.act_ru_job j where j.execution_id_ = t.execution_id_
                                    and j.handler_cfg_ like '%\\_markOverdue%' and j.duedate_ <> l.due_at)
                    and abs(extract(epoch from t.create_time_ - l.start_at)) < 60
                    and abs(extract(epoch from clock_timestamp() - t.create_time_)) < 3600) agrees
            from public.act_ru_task t
            join public.act_ru_execution e on e.id_ = t.proc_inst_id_
            join wubu.running_limit l on l.subject = e.business_key_ and l.step = t.task_def_key_
            join wubu.worklist w on w.task_id = t.id_
            """;

    private Node node;

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void dataOfAJvmInUtcIsTheSameUnderOneInNewYork() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "zone");
        node = Node.startIn("UTC", data);
        var reporter = new Reporter(node.address());
        reporter.report("时区点位一");
        reporter.report("时区点位二");
        assertThat(dates()).hasSizeGreaterThanOrEqualTo(2).containsOnly(true);
        node.kill();

        node = Node.startIn("America/New_York", data);
        assertThat(dates()).hasSizeGreaterThanOrEqualTo(2).containsOnly(true);
        new Reporter(node.address()).report("时区点位三");
        assertThat(dates()).hasSizeGreaterThanOrEqualTo(3).containsOnly(true);
        assertThat(linesOfOurs(data)).allMatch(line -> line.contains("+08:00"));
    }

    private List<Boolean> dates() throws IOException {
        return node.database().sql(DATES).query(Boolean.class).list();
    }

    private static List<String> linesOfOurs(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            var lines = files.filter(file -> file.getFileName().toString().startsWith("log-"))
                    .flatMap(OtherZoneIT::lines)
                    .filter(line -> line.contains("io.wubu.WubuApplication "))
                    .toList();
            assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
            return lines;
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
