package io.wubu.shared;

/** Somebody else was faster: the state is no longer the one the caller saw. */
public class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Stale(String message) {
        super(message);
    }
}
