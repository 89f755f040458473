package io.wubu.lawclock;

/**
 * A limit as a rule states it.
 *
 * @param amount how many, or the hour of the day for {@link LimitUnit#SAME_DAY_AT}
 * @param rolls a calendar limit that ends on a day off ends on the next working day (民事诉讼法 第八十五条)
 */
public record Limit(int amount, LimitUnit unit, boolean rolls) {

    /** 默认值: ten years of days; whoever says more has made a slip of the pen. */
    private static final int MOST = 3660;

    /** Days and hours of a limit are counted from one; a limit of none, or of centuries, is refused where it is read. */
    public Limit {
        var fits =
                switch (unit) {
                    case DATE -> amount == 0;
                    case SAME_DAY_AT -> amount >= 0 && amount <= 23;
                    default -> amount >= 1 && amount <= MOST;
                };
        if (!fits) {
            throw new IllegalArgumentException("no limit: " + amount + unit.chinese());
        }
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, LimitUnit.WORKING_DAY, false);
    }

    public static Limit calendarDays(int amount) {
        return new Limit(amount, LimitUnit.CALENDAR_DAY, false);
    }

    /** A date somebody sets. */
    public static Limit date() {
        return new Limit(0, LimitUnit.DATE, false);
    }

    /** The limit in words: 7个工作日. */
    public String chinese() {
        return unit == LimitUnit.DATE ? unit.chinese() : amount + unit.chinese();
    }
}
