package io.wubu.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections of an attacker's on one thread. Each says its beginning, then a little again and again, or reads a byte now
 * and then; whenever one is ended another takes its place, until nobody comes any more.
 */
final class SlowWire implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4096;
    private static final int NEW_IN_A_ROUND = 5;
    private static final long ROUND = 100;
    private static final int ROUNDS_BETWEEN_DRIPS = 10;

    private final int port;
    private final byte[] beginning;
    private final byte[] drip;
    private final boolean reading;
    private final List<SocketChannel> open = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "attack");
    private boolean coming = true;
    private int wanted;
    private int ended;

    private SlowWire(int port, String beginning, String drip, boolean reading, int connections) throws IOException {
        this.port = port;
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.drip = drip.getBytes(StandardCharsets.UTF_8);
        this.reading = reading;
        this.wanted = connections;
        for (var i = 0; i < connections; i++) {
            connect();
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends the beginning, then the drip about every second. */
    static SlowWire sending(int port, String beginning, String drip, int connections) throws IOException {
        return new SlowWire(port, beginning, drip, false, connections);
    }

    /** Asks, and reads a byte of the answer about every second. */
    static SlowWire reading(int port, String request, int connections) throws IOException {
        return new SlowWire(port, request, "", true, connections);
    }

    /** How many the server has ended so far. */
    synchronized int ended() {
        return ended;
    }

    synchronized int open() {
        return open.size();
    }

    /** What the ended ones were told. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /** Those ended are not replaced any more. */
    synchronized void comeNoMore() {
        coming = false;
    }

    @Override
    public synchronized void close() {
        wanted = -1;
        open.forEach(SlowWire::hangUp);
    }

    private void run() {
        try (selector) {
            for (var round = 0; goesOn(round); round++) {
                Thread.sleep(ROUND);
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }

    private synchronized boolean goesOn(int round) throws IOException {
        if (wanted < 0) {
            return false;
        }
        listen();
        if (round % ROUNDS_BETWEEN_DRIPS == 0) {
            List.copyOf(open).forEach(this::drip);
        }
        for (var i = 0; coming && i < NEW_IN_A_ROUND && open.size() < wanted; i++) {
            connect();
        }
        return true;
    }

    private void connect() throws IOException {
        var channel = SocketChannel.open();
        if (reading) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        }
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        channel.write(ByteBuffer.wrap(beginning));
        channel.configureBlocking(false);
        if (!reading) {
            channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
        }
        open.add(channel);
    }

    private void listen() throws IOException {
        selector.selectNow(key -> {
            var words = (StringBuilder) key.attachment();
            var channel = (SocketChannel) key.channel();
            try {
                var piece = ByteBuffer.allocate(8192);
                if (channel.read(piece) < 0) {
                    end(channel, words.toString());
                } else {
                    words.append(new String(piece.array(), 0, piece.position(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                end(channel, words.toString());
            }
        });
    }

    private void drip(SocketChannel channel) {
        try {
            if (reading) {
                if (channel.read(ByteBuffer.allocate(1)) < 0) {
                    end(channel, "");
                }
            } else if (drip.length > 0) {
                channel.write(ByteBuffer.wrap(drip));
            }
        } catch (IOException e) {
            if (reading) {
                end(channel, "");
            } // or the answer is still to be heard
        }
    }

    private void end(SocketChannel channel, String words) {
        hangUp(channel);
        if (open.remove(channel)) {
            ended++;
            heard.add(words);
        }
    }

    private static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
