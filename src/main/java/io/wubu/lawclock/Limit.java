package io.wubu.lawclock;

/**
 * A limit as a rule states it.
 *
 * @param amount how many, or the hour of the day for {@link LimitUnit#SAME_DAY_AT}
 * @param rolls a calendar limit that ends on a day off ends on the next working day (民事诉讼法 第八十五条)
 */
public record Limit(int amount, LimitUnit unit, boolean rolls) {

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
