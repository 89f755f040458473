package io.wubu.letters;

/** Where a letter stands, with the name on screen. */
public enum LetterState {
    DRAFTING("拟函"),
    COUNTERSIGNING("待签发"),
    APPROVED("已签发"),
    ISSUED("已印发"),
    CLOSED("已办结"),
    DROPPED("不再发函");

    private final String chinese;

    LetterState(String chinese) {
        this.chinese = chinese;
    }

    /** The state's name in Chinese. */
    public String chinese() {
        return chinese;
    }
}
