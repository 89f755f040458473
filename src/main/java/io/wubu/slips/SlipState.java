package io.wubu.slips;

/** Where a slip stands, with the name on screen. */
public enum SlipState {
    PREPARED("待签发"),
    ISSUED("已签发，待签收"),
    SIGNED("已签收，办理中"),
    REPLIED("已回复，待验收"),
    ACCEPTED("办结"),
    EXPIRED("到期未办结"),
    ENDED("终止");

    private final String chinese;

    SlipState(String chinese) {
        this.chinese = chinese;
    }

    /** The state's name in Chinese. */
    public String chinese() {
        return chinese;
    }
}
