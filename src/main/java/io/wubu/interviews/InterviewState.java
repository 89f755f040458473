package io.wubu.interviews;

/** What an interview waits for, or how it ended. */
public enum InterviewState {
    PROPOSING("待提建议"),
    VERIFYING("待现场核实"),
    APPROVING("待审批"),
    NOTIFYING("待发通知"),
    REPORTING("待书面报告"),
    MEETING("待约谈"),
    MINUTING("待写纪要"),
    DEMANDING("待下达整改要求"),
    PLANNING("待报整改方案"),
    FOLLOWING("跟踪整改"),
    PASSED("整改合格"),
    FAILED("整改不合格"),
    REFUSED("不予约谈，限期整改待下达"),
    NOT_HELD("不予约谈，已限期整改");

    private final String chinese;

    InterviewState(String chinese) {
        this.chinese = chinese;
    }

    /** The state's name in Chinese. */
    public String chinese() {
        return chinese;
    }
}
