package io.wubu.flow.ladder;

import java.util.List;

/** A room's steps that follow what waits now, as its decision table foresees them. */
public interface Forecast {

    /** The rungs a case will climb if nobody acts, without those a timer waits for already. */
    List<Rung> of(String number);
}
