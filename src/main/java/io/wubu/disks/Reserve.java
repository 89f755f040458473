package io.wubu.disks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A spare file on the data disk: given back when others fill the disk to its end, so that reading and ending still work. */
public final class Reserve {

    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final int BLOCK = 1 << 20;

    private final Path file;
    private final long size;

    Reserve(Path dataDir, long size) {
        this.file = dataDir.resolve("reserve");
        this.size = size;
    }

    /** Before the database starts: gives the room back if there is less left than that. */
    public static void giveBack(Path dataDir, long below) {
        if (dataDir.toFile().getUsableSpace() < below) {
            new Reserve(dataDir, 0).giveBack();
        }
    }

    void giveBack() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.error("磁盘将满，已释放预留文件 {} (the disk is nearly full; the spare file is given back)", file);
            }
        } catch (IOException e) {
            LOG.error("预留文件 {} 不能删除 (the spare file can't be given back)", file, e);
        }
    }

    /** Made of what no file system packs away. */
    void make() {
        if (size == 0 || Files.exists(file)) {
            return;
        }
        var aside = file.resolveSibling("reserve.part");
        try {
            try (var channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                fill(channel);
            }
            Files.move(aside, file);
        } catch (IOException e) {
            LOG.warn("预留文件 {} 没有写成 (no spare file)", file, e);
            aside.toFile().delete();
        }
    }

    private void fill(FileChannel channel) throws IOException {
        var random = new SplittableRandom();
        var block = new byte[BLOCK];
        for (long written = 0; written < size; written += BLOCK) {
            random.nextBytes(block);
            var buffer = ByteBuffer.wrap(block);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        channel.force(true);
    }
}
