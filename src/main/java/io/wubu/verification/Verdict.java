package io.wubu.verification;

import org.jspecify.annotations.Nullable;

/** What a check found (rule book 2.11); everything but the first counts as not rectified. */
public enum Verdict {
    RECTIFIED("整改到位", null),
    PARTIAL("部分整改", null),
    NOT_RECTIFIED("未整改", null),
    FALSE_CLAIM("虚假整改", "FALSE_CLAIM"),
    REBOUND("反弹", "REBOUND");

    private final String chinese;
    private final @Nullable String flag;

    Verdict(String chinese, @Nullable String flag) {
        this.chinese = chinese;
        this.flag = flag;
    }

    /** The verdict in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Whether the problem may go on to its closure. */
    public boolean isRectified() {
        return this == RECTIFIED;
    }

    /** The mark the verdict leaves on the ledger row, if any. */
    @Nullable
    String flag() {
        return flag;
    }
}
