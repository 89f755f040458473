package io.wubu.evidence;

import io.wubu.shared.NoRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The directory photos lie in, known again by a mark that the database knows as well. An empty folder where a disk isn't mounted,
 * or another node's own, is not taken for it: nothing would be found there later.
 */
@Component
class PhotoHome implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoHome.class);
    private static final String MARK = "home";

    private final Path folder;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private volatile @Nullable String mark;
    private volatile @Nullable String trouble;
    private volatile boolean running;

    PhotoHome(@Value("${wubu.data-dir}") Path dataDir, JdbcClient jdbc, TransactionOperations transactions) {
        this.folder = dataDir.resolve("evidence");
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** {@link NoRoom} if photos can't be kept here now. Asked before a photo is written, and again before it is acknowledged. */
    void mustBeThere() {
        look();
        var words = trouble;
        if (words != null) {
            throw new NoRoom(words);
        }
    }

    /** Why no photo can be kept; null if all is well, as last seen. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Whether it has gone, or come back. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        if (mark == null) {
            return;
        }
        var now = found();
        if (now != null && trouble == null) {
            LOG.error("{} (photos are refused until the directory with the mark {} is back at {})", now, mark, folder);
        } else if (now == null && trouble != null) {
            LOG.info("照片目录已恢复 (the photos' directory is back)");
        }
        trouble = now;
    }

    private @Nullable String found() {
        var there = read();
        if (there == null) {
            return "照片目录不在原处或没有挂载：照片没有保存，请联系系统管理员";
        }
        if (!there.equals(mark)) {
            return "照片目录不是本系统的目录：照片没有保存，请联系系统管理员";
        }
        return Files.isWritable(folder) ? null : "照片目录不能写入：照片没有保存，请联系系统管理员";
    }

    /** At the first start directory and database are made known to each other. */
    @Override
    public void start() {
        transactions.executeWithoutResult(transaction -> {
            var known = known();
            mark = known == null ? settled() : known;
        });
        running = true;
        look();
    }

    private String settled() {
        var there = read();
        var fresh = there == null ? UUID.randomUUID().toString() : there;
        var made = jdbc.sql("insert into wubu.photo_home (mark) values (cast(:mark as uuid)) on conflict do nothing")
                .param("mark", fresh)
                .update();
        if (made == 0) {
            var others = known(); // another node has been first; its transaction is over by now
            return others == null ? fresh : others;
        }
        if (there == null && !isLost()) {
            write(fresh);
        }
        return fresh;
    }

    /** Whether the database knows photos none of which lies here. */
    private boolean isLost() {
        var latest = jdbc.sql("select sha256 from wubu.photo order by uploaded_at desc limit 20")
                .query(String.class)
                .list();
        return !latest.isEmpty()
                && latest.stream()
                        .noneMatch(sha ->
                                Files.exists(folder.resolve(sha.substring(0, 2)).resolve(sha)));
    }

    private @Nullable String known() {
        return jdbc.sql("select mark from wubu.photo_home")
                .query(UUID.class)
                .optional()
                .map(UUID::toString)
                .orElse(null);
    }

    private @Nullable String read() {
        try {
            return Files.readString(folder.resolve(MARK)).strip();
        } catch (IOException missing) {
            return null;
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARK), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("照片目录不能写入：" + folder, e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens. */
    @Override
    public int getPhase() {
        return 0;
    }
}
