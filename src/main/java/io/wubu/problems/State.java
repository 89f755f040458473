package io.wubu.problems;

/** Where a problem stands (rule book 3.0), with the name on screen and the stage of the five-step picture. */
public enum State {
    DRAFT("待上报", 1),
    SUBMITTED("待审核", 1),
    RETURNED("退回补正", 1),
    REJECTED("审核不成立", 8),
    MERGED("已并案", 8),
    ASSIGNED("已交办", 2),
    SIGNED("已签收", 2),
    DISPUTED("有异议", 2),
    SPLIT("已分办", 2),
    CLAIMED("已认领", 2),
    PLANNED("方案待批", 2),
    RECTIFYING("整改中", 2),
    REPORTED("已报完成", 3),
    COUNTY_CHECKED("县级核查通过", 3),
    PATROL_VERIFIED("巡查核实到位", 6),
    NOT_RECTIFIED("未整改到位", 3),
    INTERVIEW("约谈中", 4),
    SPECIAL("专项督察中", 5),
    CLOSURE_PENDING("申请销号", 6),
    PUBLICISED("公示中", 6),
    CLOSED("已销号", 7),
    SETTLED("已办结", 8),
    WITHDRAWN("已撤回", 8),
    HANDED_OVER("移交问责", 8);

    private final String chinese;
    private final int stage;

    State(String chinese, int stage) {
        this.chinese = chinese;
        this.stage = stage;
    }

    /** The state's name in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** 1 督查, 2 交办, 3 巡查, 4 约谈, 5 专项督察, 6 销号, 7 回头看, 8 办结. */
    public int stage() {
        return stage;
    }

    /** Whether somebody is to rectify it by a date. */
    public boolean isRectifying() {
        return stage == 2 || stage == 4 || stage == 5;
    }
}
