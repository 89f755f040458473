package io.wubu.audit;

/** What came of it. */
public enum AuditResult {
    DONE("完成"),
    REFUSED("拒绝"),
    FAILED("失败");

    private final String chinese;

    AuditResult(String chinese) {
        this.chinese = chinese;
    }

    /** The result's name on screen. */
    public String chinese() {
        return chinese;
    }
}
