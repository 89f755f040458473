package io.wubu.lawclock;

/** In what a limit is counted. */
public enum LimitUnit {
    /** 工作日: days on which offices work, shifted weekends included. */
    WORKING_DAY("个工作日"),
    /** 自然日. */
    CALENDAR_DAY("日"),
    /** Hours by the clock, nights and holidays included. */
    HOUR("小时"),
    /** 工作小时: hours in which offices work. */
    WORKING_HOUR("个工作小时"),
    /** The same day at this hour; the amount is the hour of the day. */
    SAME_DAY_AT("时前（当日）"),
    /** A date somebody set; there is no length. */
    DATE("指定日期");

    private final String chinese;

    LimitUnit(String chinese) {
        this.chinese = chinese;
    }

    /** Whether a changed calendar can change the date. */
    public boolean dependsOnCalendar() {
        return this != HOUR && this != SAME_DAY_AT;
    }

    /** The unit as it is written behind a number. */
    public String chinese() {
        return chinese;
    }
}
