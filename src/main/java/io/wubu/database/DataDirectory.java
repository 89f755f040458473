package io.wubu.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One data directory serves one process: the lock lasts as long as the process lives. */
final class DataDirectory {

    private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();

    private DataDirectory() {}

    static void claim(Path directory) throws IOException {
        var path = directory.resolve("wubu.lock").toAbsolutePath();
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
            throw new IllegalStateException("数据目录 " + directory.toAbsolutePath()
                    + " 正被另一个进程使用；请先停止它，或用 --wubu.data-dir 另选目录"
                    + " (the data directory is in use by another process)");
        }
        HELD.put(path, lock);
    }
}
