package io.wubu.access.guessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.shared.Busy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits at the door, and who is told to come again. */
@Timeout(60)
class LineTest {

    private static final Executor THREAD = command -> new Thread(command).start();
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);

    @Test
    void whoFindsItFullIsToldAtOnceAndStrangersFindItFullFirst() throws Exception {
        var line = new Line(1, 4, LONG);
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 4; i++) {
            all.add(stay(line, "stranger" + i, false));
            await(line, i);
        }
        assertThatThrownBy(() -> line.in("one more stranger", false, () -> true))
                .isInstanceOf(Busy.class);
        all.add(stay(line, "known", true));
        await(line, 4);
        assertThatThrownBy(() -> line.in("one more", true, () -> true))
                .isInstanceOf(Busy.class)
                .hasMessage(Line.FULL);
        open.countDown();
        for (var each : all) {
            each.get();
        }
        assertThat(line.waiting()).isZero();
        assertThat(line.in("later", false, () -> true)).isTrue();
    }

    @Test
    void whoIsKnownGoesBeforeStrangersWhoWaitLonger() throws Exception {
        var line = new Line(1, 8, LONG);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        var first = stay(line, "first", false);
        await(line, 0);
        var stranger =
                CompletableFuture.runAsync(() -> line.in("stranger", false, () -> order.add("stranger")), THREAD);
        await(line, 1);
        var known = CompletableFuture.runAsync(() -> line.in("known", true, () -> order.add("known")), THREAD);
        await(line, 2);
        open.countDown();
        CompletableFuture.allOf(first, stranger, known).get();
        assertThat(order).containsExactly("known", "stranger");
    }

    @Test
    void ofOneKeyOneIsInAtATimeAndOthersPass() throws Exception {
        var line = new Line(8, 8, LONG);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var same = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 6; i++) {
            same.add(CompletableFuture.runAsync(
                    () -> line.in("same", true, () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        return inside.decrementAndGet();
                    }),
                    THREAD));
        }
        assertThat(line.in("other", true, () -> true)).isTrue();
        for (var each : same) {
            each.get();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void nobodyWaitsWithoutEnd() throws Exception {
        var line = new Line(1, 8, Duration.ofMillis(50));
        var first = stay(line, "first", true);
        await(line, 0);
        assertThatThrownBy(() -> line.in("second", true, () -> true)).isInstanceOf(Busy.class);
        open.countDown();
        first.get();
    }

    @Test
    void aPlaceIsGivenBackWhenTheWorkFails() {
        var line = new Line(1, 1, LONG);
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> line.in("x", true, () -> {
                        throw new IllegalStateException("failed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(line.in("x", true, () -> true)).isTrue();
    }

    /** Somebody who stays until the latch opens; he is in, or waits, when this returns and {@link #await} has. */
    private CompletableFuture<Void> stay(Line line, String key, boolean known) {
        return CompletableFuture.runAsync(
                () -> line.in(key, known, () -> {
                    entered.countDown();
                    try {
                        return open.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                THREAD);
    }

    private void await(Line line, int waiting) throws InterruptedException {
        entered.await();
        while (line.waiting() != waiting) {
            Thread.onSpinWait();
        }
    }
}
