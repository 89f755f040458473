package io.wubu.traffic;

/**
 * What whoever answers a request says of its connection. On one on which somebody is known later requests are served at once;
 * the others wait in the strangers' lane. Says nothing of what he may do.
 */
public final class Known {

    private Known() {}

    /** Somebody who is signed in has sent this thread's request. */
    public static void yes() {
        WatchedProcessor.say(true);
    }

    /** Somebody was to be known, and isn't: a proxy may send anybody's requests over one connection. */
    public static void no() {
        WatchedProcessor.say(false);
    }
}
