package io.wubu.limits;

import io.wubu.shared.Actor;
import java.util.List;
import java.util.UUID;

/**
 * A running limit has another due date, or stands still, or runs again; heard in the same transaction by everything that
 * shows the date or fires at it.
 *
 * @param ground why: the reason somebody gave, or the changed calendar
 * @param sum how the new date comes about, in words
 */
public record LimitMoved(
        Change change,
        RunningLimit before,
        RunningLimit after,
        Actor by,
        String ground,
        List<UUID> evidence,
        String sum) {

    /** What happened to the limit. */
    public enum Change {
        PAUSED("停表"),
        RESUMED("恢复计时"),
        EXTENDED("改定时限"),
        RELOCATED("转办，改按承办地办公时间"),
        RECALCULATED("日历变更，重算时限");

        private final String chinese;

        Change(String chinese) {
            this.chinese = chinese;
        }

        /** The change's name in a record. */
        public String chinese() {
            return chinese;
        }
    }
}
