package io.wubu.sources;

/** How a source binds: by law or document, by our default, or it leaves the choice to an office. */
public enum Force {
    BINDING("约束性"),
    DEFAULT("默认值"),
    DISCRETION("裁量");

    private final String chinese;

    Force(String chinese) {
        this.chinese = chinese;
    }

    /** The word of the register. */
    public String chinese() {
        return chinese;
    }
}
