package io.wubu.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's connections. When a source has all it may, or nearly all there are at all are taken, those nobody uses are shut, the
 * longest unused first: a newcomer is more likely to have something to say. Only if all are in use he is refused.
 */
final class WatchedEndpoint extends NioEndpoint {

    private static final int EIGHTH = 8;

    private @Nullable Crowd crowd;
    private @Nullable SlowClients watch;
    private @Nullable Floods floods;
    private @Nullable Strangers strangers;

    void watched(Patience patience, SlowClients itsWatch, Floods itsFloods) {
        crowd = new Crowd(patience.connectionsPerAddress());
        strangers = new Strangers(new Lane(
                patience.strangers(), itsWatch::waiting, task -> getExecutor().execute(task)));
        itsWatch.then(strangers::admit);
        watch = itsWatch;
        floods = itsFloods;
    }

    Strangers strangers() {
        return Objects.requireNonNull(strangers);
    }

    /** Something has come in. What nobody known has sent gets a thread only in its lane. */
    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        return dispatch && event == SocketEvent.OPEN_READ && !strangers().isKnown(connection)
                ? strangers().serve(source(connection), () -> super.processSocket(connection, event, false))
                : super.processSocket(connection, event, dispatch);
    }

    private static InetAddress source(SocketWrapperBase<NioChannel> connection) {
        var channel = connection.getSocket().getIOChannel();
        return channel == null ? Sources.of(null) : Crowd.source(channel);
    }

    /** A connection has come. All come on one thread. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        var limits = Objects.requireNonNull(crowd);
        var source = Crowd.source(socket);
        if (connections.size() > getMaxConnections() / EIGHTH * (EIGHTH - 1) && limits.mayThin()) {
            longestUnused(limits.biggest(), getMaxConnections() / EIGHTH).forEach(this::shut);
        }
        if (limits.isFull(source, connections.keySet())) {
            var unused = longestUnused(source, Math.max(1, limits.most() / EIGHTH));
            if (unused.isEmpty()) {
                count(source);
                destroySocket(socket);
                return false;
            }
            unused.forEach(this::shut);
            limits.left(source, unused.size());
        }
        limits.came(source);
        return super.setSocketOptions(socket);
    }

    private List<NioSocketWrapper> longestUnused(InetAddress source, int most) {
        var served = Objects.requireNonNull(watch).channels();
        return connections.entrySet().stream()
                .filter(entry -> Crowd.source(entry.getKey()).equals(source))
                .filter(entry -> !served.contains(entry.getKey()))
                .filter(entry -> !entry.getKey().socket().isInputShutdown())
                .map(entry -> (NioSocketWrapper) entry.getValue())
                .filter(connection -> connection.interestOpsHas(SelectionKey.OP_READ))
                .sorted(Comparator.comparingLong(NioSocketWrapper::getLastRead))
                .limit(most)
                .toList();
    }

    /** Tomcat reads the end and closes it, as if the client had. */
    private void shut(NioSocketWrapper connection) {
        var channel = connection.getSocket().getIOChannel();
        if (channel == null) {
            return;
        }
        count(Crowd.source(channel));
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            getLog().debug("the client has gone by itself", e);
        }
    }

    private void count(InetAddress source) {
        Objects.requireNonNull(floods).count(Floods.Kind.CONNECTION, source);
    }
}
