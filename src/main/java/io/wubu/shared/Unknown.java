package io.wubu.shared;

/** The thing asked for does not exist, or the caller may not know that it does. */
public class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unknown(String message) {
        super(message);
    }
}
