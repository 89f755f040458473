package io.wubu.shared;

import java.io.IOException;

/** The body of a request goes on beyond its limit; reading stops there. */
public class BodyTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param most the limit in bytes */
    public BodyTooLong(long most) {
        super("body longer than " + most + " bytes");
    }
}
