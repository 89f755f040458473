package io.wubu.shared;

import java.time.Duration;

/** Somebody asks faster than he may just now (429): nothing was tried, and whatever he brings is answered alike. */
public class Slowed extends Busy {

    private static final long serialVersionUID = 1L;

    public Slowed(String message, Duration again) {
        super(message, again);
    }
}
