package io.wubu.shared;

import org.springframework.boot.actuate.health.Status;

/** The health of what goes on working although somebody makes it hard: neither up nor down, with words for everybody. */
public final class Strain {

    /** Between up and out of service ({@code management.endpoint.health.status.order}); answered with 200. */
    public static final String CODE = "STRAINED";

    private Strain() {}

    /** @param words what goes on, and how much of it */
    public static Status of(String words) {
        return new Status(CODE, words);
    }
}
