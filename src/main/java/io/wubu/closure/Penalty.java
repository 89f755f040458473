package io.wubu.closure;

/** How the administrative penalty stands; only none or one carried out lets a problem close. */
public enum Penalty {
    NONE("无处罚"),
    PAID("已处罚并履行"),
    UNPAID("已处罚、尚未履行"),
    APPEALED("复议或诉讼中"),
    PENDING("立案查处中");

    private final String chinese;

    Penalty(String chinese) {
        this.chinese = chinese;
    }

    /** The state in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Whether nothing is left to be paid or decided. */
    public boolean isSettled() {
        return this == NONE || this == PAID;
    }

    /** Whether the violation, if any, has been punished. */
    public boolean isDecided() {
        return this != PENDING;
    }
}
