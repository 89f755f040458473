package io.wubu.closure;

import java.time.LocalDate;

/** A published notice; its last day ends at midnight. */
record NoticeRow(long id, int no, LocalDate startsOn, LocalDate endsOn) {

    boolean runsOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
