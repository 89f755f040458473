package io.wubu.inspections;

/** What a special supervision waits for, or how it ended. */
public enum InspectionState {
    NOMINATING("待提名"),
    APPROVING("待批准"),
    PREPARING("督察准备"),
    ON_SITE("督察进驻"),
    REPORTING("待督察报告"),
    FEEDBACK("待反馈"),
    DEMANDING("待下达整改要求"),
    FOLLOWING("移交移送与整改"),
    ARCHIVING("待立卷归档"),
    ARCHIVED("已归档"),
    REFUSED("不予督察，限期整改待下达"),
    NOT_HELD("不予督察，已限期整改");

    private final String chinese;

    InspectionState(String chinese) {
        this.chinese = chinese;
    }

    /** The state's name in Chinese. */
    public String chinese() {
        return chinese;
    }
}
