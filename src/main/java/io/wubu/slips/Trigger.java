package io.wubu.slips;

/** Why a slip is asked for: the first input of the colour table. */
public enum Trigger {
    ITEM_OVERDUE("整改逾期", true),
    MILESTONE_MISSED("节点逾期", true),
    QUALITY_NOT_ACCEPTED("整改质量未获认可", true),
    FALSE_RECTIFICATION("虚假整改", true),
    DATA_FRAUD("监测数据弄虚作假", true),
    CLOSURE_FAILED_TWICE("两次不予销号", true),
    LEADER_INSTRUCTION("领导批示", false),
    IMPORTANT("重要紧急事项", false),
    DUE_SOON("临近时限进度滞后", true),
    SLIP_EXPIRED("督办单到期未办结", true);

    private final String chinese;
    private final boolean automatic;

    Trigger(String chinese, boolean automatic) {
        this.chinese = chinese;
        this.automatic = automatic;
    }

    /** The trigger in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Whether the system itself sees it; the others an office states when it issues a slip by hand. */
    public boolean isAutomatic() {
        return automatic;
    }
}
