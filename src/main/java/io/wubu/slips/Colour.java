package io.wubu.slips;

import org.jspecify.annotations.Nullable;

/** How urgent a slip is, in rising order; colours only go up. */
public enum Colour {
    WHITE("白色"),
    YELLOW("黄色"),
    RED("红色");

    private final String chinese;

    Colour(String chinese) {
        this.chinese = chinese;
    }

    /** The colour in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** Whether this colour is higher; any colour is higher than none. */
    public boolean isAbove(@Nullable Colour other) {
        return other == null || compareTo(other) > 0;
    }

    /** The name the colour table knows; NONE if there is no slip. */
    public static String nameOf(@Nullable Colour colour) {
        return colour == null ? "NONE" : colour.name();
    }
}
