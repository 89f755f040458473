package io.wubu.database.embedded;

import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of database servers that hold a directory. What counts is which directory a process really works in, not the
 * number in its pid file: that may have been copied with the directory, or have gone to another process since.
 */
final class Holders {

    private static final Logger LOG = LoggerFactory.getLogger(Holders.class);
    private static final Path PROC = Path.of("/proc");

    /** Where no /proc tells: how far the start of the process may be from the one in the pid file. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    private static final int PID = 0;
    private static final int DIRECTORY = 1;
    private static final int STARTED = 2;

    private Holders() {}

    /** Servers and their backends that work in this directory; backends may outlive their server. */
    static List<ProcessHandle> of(Path data) {
        if (Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.allProcesses()
                    .filter(process -> worksIn(process, data))
                    .toList();
        }
        return named(data).map(List::of).orElseGet(List::of);
    }

    /** Whether a process still is a server of this directory; one that ended but was never waited for is not. */
    static boolean holds(ProcessHandle process, Path data) {
        try {
            return Files.isDirectory(PROC.resolve("self")) ? worksIn(process, data) : process.isAlive();
        } catch (UncheckedIOException e) {
            LOG.debug("looked at again", e);
            return true;
        }
    }

    /** The server among them: the one no other started. */
    static Optional<ProcessHandle> server(List<ProcessHandle> holders) {
        var pids = new HashSet<Long>();
        holders.forEach(holder -> pids.add(holder.pid()));
        return holders.stream()
                .filter(holder -> holder.parent()
                        .filter(parent -> pids.contains(parent.pid()))
                        .isEmpty())
                .findFirst();
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        var seen = PROC.resolve(Long.toString(process.pid()));
        try {
            return Files.readString(seen.resolve("comm")).startsWith("postgres")
                    && Files.isSameFile(seen.resolve("cwd"), data);
        } catch (NoSuchFileException | AccessDeniedException e) {
            return false; // it has just ended, or is another user's, who could not work in our directory
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return false;
            }
            throw new UncheckedIOException("it can't be seen who works in " + data, e); // too many open files, say
        }
    }

    /** Without /proc: the process the pid file names, if directory, program and start agree; refused if that is not certain. */
    private static Optional<ProcessHandle> named(Path data) {
        var lines = pidFile(data);
        if (lines.size() <= STARTED || !lines.get(PID).strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        var process = ProcessHandle.of(Long.parseLong(lines.get(PID).strip()));
        if (process.filter(Holders::isPostgres).isEmpty()) {
            return Optional.empty();
        }
        var started = process.flatMap(known -> known.info().startInstant());
        var written = lines.get(STARTED).strip();
        var sameStart = started.isPresent()
                && written.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(written)), started.get())
                                .abs()
                                .compareTo(SAME_START)
                        <= 0;
        if (!sameStart) {
            return Optional.empty();
        }
        var place = Path.of(lines.get(DIRECTORY));
        if (!Files.exists(place)) {
            throw new CannotStart("数据目录 %s 可能正被进程 %s 使用（目录已被移动或复制，无法确认）；请先停止该进程，或删除 postmaster.pid"
                    .formatted(data, lines.get(PID).strip()));
        }
        return same(place, data) ? process : Optional.empty();
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static List<String> pidFile(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            LOG.debug("no pid file that can be read", e);
            return new ArrayList<>();
        }
    }
}
