package io.wubu.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between the application and its database; a test makes it swallow everything. */
final class Relay implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean broken;

    Relay(int target) throws IOException {
        this.target = target;
        threads.submit(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Nothing passes any more, and nobody is told. */
    void swallow() {
        lock.lock();
        broken = true;
        lock.unlock();
    }

    void mend() {
        lock.lock();
        broken = false;
        mended.signalAll();
        lock.unlock();
    }

    private Void accept() throws IOException, InterruptedException {
        while (true) {
            var client = server.accept();
            threads.submit(() -> {
                waitForNetwork();
                try (client;
                        var database = new Socket(InetAddress.getLoopbackAddress(), target)) {
                    var back = threads.submit(() -> pass(database.getInputStream(), client.getOutputStream()));
                    pass(client.getInputStream(), database.getOutputStream());
                    database.shutdownOutput();
                    return back.get();
                }
            });
        }
    }

    private Void pass(InputStream from, OutputStream to) throws IOException, InterruptedException {
        var buffer = new byte[8192];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            waitForNetwork();
            to.write(buffer, 0, read);
        }
        to.close();
        return null;
    }

    private void waitForNetwork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (broken) {
                mended.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
