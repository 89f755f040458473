package io.wubu.traffic;

import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tells the connections of known people from those of strangers, and sends these through their lane. */
final class Strangers {

    private static final int MANY = 256;

    private final Lane lane;
    private final Set<SocketWrapperBase<?>> known = ConcurrentHashMap.newKeySet();

    Strangers(Lane lane) {
        this.lane = lane;
    }

    boolean isKnown(SocketWrapperBase<?> connection) {
        return known.contains(connection);
    }

    /** Open connections on which somebody is known. */
    long known() {
        return known.stream().filter(connection -> !connection.isClosed()).count();
    }

    void say(SocketWrapperBase<?> connection, boolean isKnown) {
        if (!isKnown) {
            known.remove(connection);
            return;
        }
        leave();
        if (known.add(connection) && known.size() % MANY == 0) {
            known.removeIf(SocketWrapperBase::isClosed);
        }
    }

    private void leave() {
        try {
            lane.leave();
        } catch (RejectedExecutionException closing) {
            known.clear();
        }
    }

    /** Whether it is, or will be; not if the server is closing. */
    boolean serve(InetAddress source, Runnable service) {
        try {
            lane.come(source, service);
            return true;
        } catch (RejectedExecutionException closing) {
            return false;
        }
    }

    /** Lets in whoever there is room for now. */
    void admit() {
        try {
            lane.admit();
        } catch (RejectedExecutionException closing) {
            known.clear();
        }
    }
}
