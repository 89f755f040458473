package io.wubu.slips;

/** What became of a clue proposal. */
public enum ClueState {
    PROPOSED("待办理"),
    CONFIRMED("移交纪检监察机关"),
    DISMISSED("不予移交");

    private final String chinese;

    ClueState(String chinese) {
        this.chinese = chinese;
    }

    /** The state's name in Chinese. */
    public String chinese() {
        return chinese;
    }
}
