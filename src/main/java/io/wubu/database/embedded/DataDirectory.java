package io.wubu.database.embedded;

import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One data directory serves one process: the lock lasts as long as the process lives. What the directory reaches by symbolic
 * links is locked where it really lies, so that a copied directory can't write into the original's photos, seals or tables.
 */
final class DataDirectory {

    private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();
    private static final List<String> MAY_LIE_ELSEWHERE =
            List.of("evidence", "seals", "postgres", "postgres/pg_wal", "postgres/base");

    private DataDirectory() {}

    static void claim(Path directory, Path seals) throws IOException {
        try {
            Files.createDirectories(directory);
            lock(directory.toRealPath());
        } catch (IOException e) {
            throw new CannotStart(
                    "数据目录 " + directory.toAbsolutePath() + " 不能写入（只读、不存在或属于其他用户）；请更正权限，或用 --wubu.data-dir 另选目录"
                            + " (the data directory can't be written)",
                    e);
        }
        for (var name : MAY_LIE_ELSEWHERE) {
            claimElsewhere(directory.resolve(name), directory.toRealPath());
        }
        claimElsewhere(seals, directory.toRealPath());
    }

    /**
     * Photos with the mark of a database, and no database: its folder isn't mounted, or was lost. A new one in its place would
     * begin an empty history under the old keys.
     */
    static void mustHoldItsDatabase(Path directory) {
        if (Files.exists(directory.resolve("evidence/home"))
                && !Files.exists(directory.resolve("postgres/PG_VERSION"))) {
            throw new CannotStart("数据目录 " + directory.toAbsolutePath()
                    + " 中有照片，却没有数据库（postgres 目录没有挂载、被移走或丢失）；请恢复后再启动，要另建新库请另选空目录"
                    + " (photos, but no database)");
        }
    }

    private static void claimElsewhere(Path folder, Path home) throws IOException {
        if (Files.isDirectory(folder)) {
            var real = folder.toRealPath();
            if (!real.startsWith(home)) {
                lock(real);
            }
        }
    }

    private static void lock(Path directory) throws IOException {
        var path = directory.resolve("wubu.lock");
        if (HELD.containsKey(path)) {
            return;
        }
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new CannotStart("数据目录 " + directory + " 正被另一个进程使用；请先停止它，或用 --wubu.data-dir 另选目录"
                    + " (the data directory is in use by another process)");
        }
        HELD.put(path, lock);
    }
}
