package io.wubu.traffic;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The client a thread works for. */
interface Client {

    /** What the thread waits for. */
    enum Wait {
        /** For nothing the client has to do. */
        NONE,
        /** For the next piece of the body. */
        BODY,
        /** For the rest of a body nobody wants: the answer has been given. */
        REST,
        /** For the client to read the answer. */
        READER
    }

    InetAddress source();

    Wait waits();

    /** Tells one request of the connection from the next. */
    long request();

    /** Bytes of body and answer that came over the wire so far. */
    long moved();

    /** The connection's socket, as long as there is one. */
    @Nullable
    SocketChannel channel();

    /** Ends the wait; the thread goes on with what it has. */
    void letGo(Wait wait);
}
