package io.wubu.sources;

/** What sort of document a source is; the names stand in the register. */
public enum SourceKind {
    LAW("法律"),
    STATE_COUNCIL_REGULATION("行政法规"),
    MINISTRY_RULE("规章"),
    NORMATIVE_DOCUMENT("规范性文件"),
    ACTION_PLAN("行动方案"),
    LOCAL("地方"),
    DEFAULT("默认值");

    private final String chinese;

    SourceKind(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the register. */
    public String chinese() {
        return chinese;
    }
}
