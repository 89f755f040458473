package io.wubu.shared;

import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Something can't be saved because a disk is full. */
public class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The sentence the user reads when a disk filled while his request was at work. */
    public static final String MESSAGE = "磁盘空间不足：所填内容没有保存，请联系系统管理员腾出空间后再试";

    private static final String DISK_FULL = "53100";
    private static final Pattern FULL =
            Pattern.compile("No space left on device|not enough space on the disk|Disk quota exceeded|设备上没有空间");

    public NoRoom(String message) {
        super(message);
    }

    public NoRoom(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure comes from a full disk: the database's, one of ours, or that of temporary files. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoRoom
                    || cause instanceof SQLException refusal && DISK_FULL.equals(refusal.getSQLState())
                    || cause instanceof IOException
                            && FULL.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }
}
