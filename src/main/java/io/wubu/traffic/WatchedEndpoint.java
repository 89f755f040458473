package io.wubu.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's connections. Who has too many gets no more; when nearly all are taken, those nobody uses are shut, of the source that
 * has most, the longest unused first.
 */
final class WatchedEndpoint extends NioEndpoint {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private @Nullable Crowd crowd;
    private @Nullable SlowClients watch;
    private @Nullable Floods floods;
    private long thinned = System.nanoTime() - PAUSE;

    void watched(Patience patience, SlowClients itsWatch, Floods itsFloods) {
        crowd = new Crowd(patience.connectionsPerAddress());
        watch = itsWatch;
        floods = itsFloods;
    }

    /** A connection has come. All come on one thread. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        var source = Crowd.source(socket);
        if (!Objects.requireNonNull(crowd).mayCome(source, connections.keySet())) {
            Objects.requireNonNull(floods).count(Floods.Kind.CONNECTION, source);
            destroySocket(socket);
            return false;
        }
        if (isTight() && System.nanoTime() - thinned >= PAUSE) {
            thinned = System.nanoTime();
            thin();
        }
        return super.setSocketOptions(socket);
    }

    private boolean isTight() {
        return connections.size() > getMaxConnections() / 8 * 7;
    }

    private void thin() {
        var served = Objects.requireNonNull(watch).channels();
        var idle = connections.values().stream()
                .map(NioSocketWrapper.class::cast)
                .filter(connection -> connection.interestOpsHas(SelectionKey.OP_READ))
                .filter(connection -> !served.contains(connection.getSocket().getIOChannel()))
                .collect(Collectors.groupingBy(
                        connection -> Crowd.source(connection.getSocket().getIOChannel())));
        var surplus = connections.size() - getMaxConnections() / 4 * 3;
        longestUnused(idle, surplus).forEach(this::shut);
    }

    private static List<NioSocketWrapper> longestUnused(Map<InetAddress, List<NioSocketWrapper>> idle, int surplus) {
        return idle.values().stream()
                .sorted(Comparator.<List<NioSocketWrapper>>comparingInt(List::size).reversed())
                .flatMap(ofOne -> ofOne.stream().sorted(Comparator.comparingLong(NioSocketWrapper::getLastRead)))
                .limit(surplus)
                .toList();
    }

    private void shut(NioSocketWrapper connection) {
        var channel = connection.getSocket().getIOChannel();
        Objects.requireNonNull(floods).count(Floods.Kind.CONNECTION, Crowd.source(channel));
        try {
            channel.shutdownInput(); // Tomcat reads the end and closes it, as if the client had
        } catch (IOException e) {
            getLog().debug("the client has gone by itself", e);
        }
    }
}
