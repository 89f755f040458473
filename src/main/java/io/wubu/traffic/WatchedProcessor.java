package io.wubu.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's handling of one connection, which can tell from outside whether its thread waits for the client. A thread that waits
 * has asked the poller to wake it; a channel that is shut wakes it as if the client had hung up, without a thread being
 * interrupted or a pooled object being closed under it.
 */
final class WatchedProcessor extends Http11Processor implements Client {

    private static final ThreadLocal<@Nullable WatchedProcessor> CURRENT = new ThreadLocal<>();

    private final SlowClients watch;
    private final Patience patience;
    private final Floods floods;
    private final Strangers strangers;
    private volatile boolean letGo;

    WatchedProcessor(
            AbstractHttp11Protocol<?> protocol,
            Adapter adapter,
            SlowClients watch,
            Patience patience,
            Floods floods,
            Strangers strangers) {
        super(protocol, adapter);
        this.strangers = strangers;
        this.watch = watch;
        this.patience = patience;
        this.floods = floods;
    }

    /** Whether the client of this thread's request has been too slow. */
    static boolean isLetGo() {
        var current = CURRENT.get();
        return current != null && current.letGo;
    }

    /** Whether whoever sends this thread's request is known. */
    static void say(boolean known) {
        var current = CURRENT.get();
        if (current != null) {
            current.strangers.say(current.getSocketWrapper(), known);
        }
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        if (isHeadOverdue()) {
            floods.count(Floods.Kind.HEAD, source());
            return SocketState.CLOSED;
        }
        letGo = false;
        CURRENT.set(this);
        watch.enter(this);
        try {
            return super.service(connection);
        } finally {
            watch.leave(this);
            CURRENT.remove();
        }
    }

    /** A request's head is read without waiting, piece by piece as it comes; no thread is held, but the connection is. */
    private boolean isHeadOverdue() {
        var begun = request.getStartTimeNanos();
        return begun >= 0 && System.nanoTime() - begun > patience.headers().toNanos();
    }

    @Override
    public InetAddress source() {
        var channel = channel();
        try {
            return Sources.of(channel == null ? null : channel.getRemoteAddress());
        } catch (IOException e) {
            return Sources.of(null);
        }
    }

    @Override
    public Wait waits() {
        if (!(getSocketWrapper() instanceof NioSocketWrapper connection)) {
            return Wait.NONE;
        }
        if (connection.interestOpsHas(SelectionKey.OP_WRITE)) {
            return Wait.READER;
        }
        if (!connection.interestOpsHas(SelectionKey.OP_READ)) {
            return Wait.NONE;
        }
        return switch (request.getRequestProcessor().getStage()) {
            case Constants.STAGE_SERVICE -> Wait.BODY;
            case Constants.STAGE_ENDINPUT -> Wait.REST;
            default -> Wait.NONE;
        };
    }

    @Override
    public long request() {
        return request.getStartTimeNanos();
    }

    @Override
    public long moved() {
        return request.getBytesRead() + response.getBytesWritten(false);
    }

    @Override
    public void letGo(Wait wait) {
        var channel = channel();
        if (channel == null) {
            return;
        }
        letGo = true;
        try {
            if (wait == Wait.READER) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0); // nor does the kernel wait for it
                channel.shutdownOutput();
            }
            channel.shutdownInput();
        } catch (IOException e) {
            getLog().debug("the client has gone by itself", e);
        }
    }

    @Override
    public @Nullable SocketChannel channel() {
        var connection = getSocketWrapper();
        return connection != null && connection.getSocket() instanceof NioChannel socket ? socket.getIOChannel() : null;
    }
}
