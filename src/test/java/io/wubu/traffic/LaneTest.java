package io.wubu.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two places; a thread is an entry of a list here, and ends when the test runs it. */
class LaneTest {

    private final List<Runnable> threads = new ArrayList<>();
    private final List<String> served = new ArrayList<>();
    private int idle;
    private final Lane lane = new Lane(2, () -> idle, threads::add);

    @Test
    void noMoreGetAThreadThanThereArePlaces() {
        come("10.0.0.1", "a", "b", "c", "d");
        assertThat(threads).hasSize(2);
        assertThat(lane.length()).isEqualTo(2);
        end();
        assertThat(served).containsExactly("a");
        assertThat(lane.length()).isEqualTo(1);
    }

    @Test
    void aFloodFromOneAddressDelaysNobodyElse() {
        come("10.0.0.1", IntStream.range(0, 500).mapToObj(i -> "flood").toArray(String[]::new));
        come("10.0.0.2", "officer");
        IntStream.range(0, 4).forEach(each -> end());
        assertThat(served).containsExactly("flood", "flood", "flood", "officer");
    }

    @Test
    void aThreadThatMerelyWaitsForItsClientTakesNoPlace() {
        come("10.0.0.1", "slow", "slow", "quick");
        assertThat(threads).hasSize(2);
        idle = 2;
        lane.admit();
        assertThat(threads).hasSize(3);
        assertThat(lane.length()).isZero();
    }

    @Test
    void whoIsKnownMeanwhileGivesHisPlaceToTheNext() {
        lane.come(address("10.0.0.1"), () -> {
            lane.leave();
            served.add("officer, " + lane.length() + " waiting");
        });
        come("10.0.0.1", "b", "c", "d");
        end();
        assertThat(served).containsExactly("officer, 1 waiting");
        assertThat(threads).as("b and c").hasSize(2);
        lane.leave();
        assertThat(threads).as("this thread holds no place").hasSize(2);
    }

    @Test
    void aPlaceIsFreeAgainAlthoughTheWorkFailed() {
        lane.come(address("10.0.0.1"), () -> {
            throw new IllegalStateException("broken");
        });
        come("10.0.0.1", "b", "c");
        assertThatThrownBy(this::end).hasMessage("broken");
        assertThat(threads).hasSize(2);
        end();
        end();
        assertThat(served).containsExactly("b", "c");
    }

    @Test
    void aPlaceIsFreeAgainIfThereIsNoThread() {
        var refusing = new Lane(1, () -> 0, task -> {
            if (threads.isEmpty()) {
                threads.add(task);
                throw new RejectedExecutionException("closing");
            }
            threads.add(task);
        });
        assertThatThrownBy(() -> refusing.come(address("10.0.0.1"), () -> served.add("a")))
                .hasMessage("closing");
        refusing.come(address("10.0.0.1"), () -> served.add("b"));
        assertThat(threads).hasSize(2);
    }

    private void come(String address, String... names) {
        for (var name : names) {
            lane.come(address(address), () -> served.add(name));
        }
    }

    private void end() {
        threads.remove(0).run();
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
