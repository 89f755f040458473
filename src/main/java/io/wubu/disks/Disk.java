package io.wubu.disks;

import java.nio.file.Path;

/**
 * A disk as it was last seen.
 *
 * @param name what lies on it, in the user's words
 * @param free bytes
 */
record Disk(String name, Path folder, long free, Level level) {

    private static final long MEGABYTE = 1024L * 1024;

    /** What somebody reads whose request is refused. */
    String refusal(long stop) {
        return "磁盘空间不足：%s所在磁盘剩余 %d MB，至少需要 %d MB，请联系系统管理员".formatted(name, megabytes(), stop / MEGABYTE);
    }

    /** Rounded down. */
    long megabytes() {
        return free / MEGABYTE;
    }
}
