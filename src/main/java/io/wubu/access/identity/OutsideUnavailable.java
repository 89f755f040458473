package io.wubu.access.identity;

import org.jspecify.annotations.Nullable;

/** The directory of the authority can't be asked for a proof of identity; nothing else proves it instead. */
public class OutsideUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The sentence the user reads. */
    public static final String MESSAGE =
            "单位目录暂时连接不上，本账号没有登录，请稍后再试或联系系统管理员" + " (the directory can't be reached; this account was not signed in)";

    public OutsideUnavailable(@Nullable Throwable cause) {
        super(MESSAGE, cause);
    }
}
