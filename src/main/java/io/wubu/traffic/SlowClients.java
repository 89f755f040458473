package io.wubu.traffic;

import io.wubu.traffic.Client.Wait;
import io.wubu.traffic.WaitingRoom.Guest;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the threads that wait for their clients, whether for a body or for an answer to be read: whoever is too slow for
 * too long is let go, and the slowest as soon as there are too many. Looks every few milliseconds, so that a request pays nothing.
 */
@Component
@EnableConfigurationProperties(Patience.class)
class SlowClients implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(25);

    /** More than this between two looks was our own pause, not the client's. */
    private static final long LONGEST = 4 * INTERVAL;

    private final Patience patience;
    private final Floods floods;
    private final Set<Client> served = ConcurrentHashMap.newKeySet();
    private final Map<Client, Tab> tabs = new HashMap<>();
    private volatile int most;
    private volatile int waiting;
    private volatile Runnable then = () -> {};
    private volatile @Nullable Thread thread;

    SlowClients(Patience patience, Floods floods) {
        this.patience = patience;
        this.floods = floods;
        this.most = patience.most();
    }

    /** However many may wait, half of all threads are for the others. */
    void threads(int all) {
        most = Math.max(1, Math.min(patience.most(), all / 2));
    }

    /** What is to be done after each look. */
    void then(Runnable next) {
        then = next;
    }

    /** A thread begins to work for a client. */
    void enter(Client client) {
        served.add(client);
    }

    /** It is free again. */
    void leave(Client client) {
        served.remove(client);
    }

    /** The sockets threads are working for. */
    Set<SocketChannel> channels() {
        return served.stream().map(Client::channel).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Threads that wait at this moment. */
    int waiting() {
        return waiting;
    }

    /** Whether half of those who may wait do. */
    boolean isCrowded() {
        return waiting > most / 2;
    }

    /** Reckons up what has passed, and lets go whoever has to. */
    void look(long elapsed) {
        var guests = new ArrayList<Guest>();
        for (var client : served) {
            var wait = client.waits();
            var tab = tabs.get(client);
            if (tab == null && wait == Wait.NONE) {
                continue;
            }
            if (tab == null || !tab.isOf(client.request())) {
                tab = new Tab(patience, client.request(), client.moved());
                tabs.put(client, tab);
            }
            tab.reckon(wait, elapsed, client.moved());
            if (wait != Wait.NONE && !tab.isLetGo(wait)) {
                guests.add(new Guest(client, wait, tab, client.source()));
            }
        }
        tabs.keySet().retainAll(served);
        waiting = guests.size();
        WaitingRoom.leaving(guests, most).forEach(this::letGo);
    }

    private void letGo(Guest guest) {
        guest.tab().letGo(guest.reason());
        guest.client().letGo(guest.reason());
        floods.count(guest.reason() == Wait.READER ? Floods.Kind.READER : Floods.Kind.SENDER, guest.source());
    }

    private void watch() {
        var last = System.nanoTime();
        while (Thread.currentThread() == thread) {
            try {
                TimeUnit.NANOSECONDS.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            }
            var now = System.nanoTime();
            try {
                look(Math.min(now - last, LONGEST));
                then.run();
            } catch (RuntimeException failure) {
                LOG.error("slow clients are not watched", failure);
            }
            last = now;
        }
    }

    @Override
    public void start() {
        var fresh = new Thread(this::watch, "wubu-slow-clients");
        fresh.setDaemon(true);
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** From before the web server opens until it has closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
