package io.wubu.evidence;

import io.wubu.shared.NoRoom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The files of photos, named by what is in them. When a file is acknowledged its bytes, its name and its folder are on the
 * disk; what did not get so far leaves nothing behind.
 */
@Component
class PhotoFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoFiles.class);
    private static final String PARTS = "*.part";
    private static final Duration SURELY_OVER = Duration.ofHours(1);

    private static final boolean FOLDERS_CAN_BE_FLUSHED =
            !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path folder;

    PhotoFiles(@Value("${wubu.data-dir}") Path dataDir) {
        this.folder = dataDir.resolve("evidence");
    }

    /** Where a photo lies. */
    Path of(String sha256) {
        return group(sha256).resolve(sha256);
    }

    private Path group(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /** Stores a photo's bytes; the same twice at once is one file. */
    void keep(String sha256, byte[] content) {
        var file = of(sha256);
        var group = group(sha256);
        try {
            if (!Files.exists(group)) {
                Files.createDirectories(group);
                flush(folder);
            }
            if (!Files.exists(file) || Files.size(file) != content.length) {
                write(file, content);
            }
            flush(group); // also the name another request has just given it
        } catch (IOException e) {
            if (NoRoom.isCauseOf(e)) {
                throw new NoRoom("磁盘空间不足：照片没有保存，请联系系统管理员腾出空间后再试", e);
            }
            LOG.error("a photo can't be kept", e);
            throw new NoRoom("照片目录不能写入：照片没有保存，请联系系统管理员", e);
        }
    }

    /** What an upload left behind that a crash cut off. */
    @Scheduled(initialDelay = 0, fixedDelay = 3_600_000)
    void removeLeftParts() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var removed = 0;
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var group : groups) {
                removed += removeLeftParts(group);
            }
        } catch (IOException e) {
            LOG.warn("parts of broken uploads can't be removed", e);
        }
        if (removed > 0) {
            LOG.info("已清除中断的上传留下的 {} 个文件 (parts of broken uploads removed)", removed);
        }
    }

    private static int removeLeftParts(Path group) throws IOException {
        var removed = 0;
        var before = Instant.now().minus(SURELY_OVER);
        try (var parts = Files.newDirectoryStream(group, PARTS)) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before) && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private static void write(Path file, byte[] content) throws IOException {
        var part = Files.createTempFile(file.getParent(), "upload", ".part");
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void flush(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_FLUSHED) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
