package io.wubu.audit;

/** What an audit row is about. */
public enum AuditKind {
    SIGN_IN("登录"),
    SIGN_OUT("退出"),
    PASSWORD("口令变更"),
    ACCOUNT("账号变更"),
    POST("切换岗位"),
    CLAIM("认领任务"),
    UNCLAIM("归还任务"),
    COMPLETE("办结任务"),
    CASE("办理案件"),
    PROTECTED_READ("查看受保护内容"),
    DOWNLOAD("查看照片和文书"),
    UPLOAD("上传照片"),
    IMPORT("导入"),
    ADMIN("系统管理"),
    AUDIT_READ("查看审计"),
    AUDIT_VERIFY("校验审计"),
    AUDIT_EXPORT("导出审计"),
    REQUEST("请求");

    private final String chinese;

    AuditKind(String chinese) {
        this.chinese = chinese;
    }

    /** The kind's name on screen. */
    public String chinese() {
        return chinese;
    }
}
