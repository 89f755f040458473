package io.wubu.audit;

import org.jspecify.annotations.Nullable;

/** The audit row can't be written, so the operation is not done. */
public class AuditUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The sentence the user reads. */
    public static final String MESSAGE = "审计记录无法写入，操作没有办理，请联系系统管理员";

    AuditUnavailable(@Nullable Throwable cause) {
        super(MESSAGE, cause);
    }
}
