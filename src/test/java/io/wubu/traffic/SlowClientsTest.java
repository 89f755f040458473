package io.wubu.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.traffic.Client.Wait;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Who is let go, second by second: ten threads may wait, 4 KB a second, ten seconds of grace, two for what nobody wants. */
class SlowClientsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int FULL = 10;

    private final Patience patience = new Patience(
            FULL,
            DataSize.ofKilobytes(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            40,
            5);
    private final Floods floods = new Floods(null);
    private final SlowClients watch = new SlowClients(patience, floods);

    @Test
    void aBodyOfWhichNothingComesIsWaitedForAsLongAsTheGrace() {
        var silent = come("10.0.0.1");
        pass(10);
        assertThat(silent.gone).isFalse();
        pass(1);
        assertThat(silent.gone).isTrue();
        assertThat(floods.sum(Floods.Kind.SENDER)).isEqualTo(1);
    }

    @Test
    void aByteNowAndThenBuysNoTime() {
        var drip = come("10.0.0.1");
        for (var second = 0; second < 11; second++) {
            drip.moved++;
            pass(1);
        }
        assertThat(drip.gone).isTrue();
    }

    @Test
    void aPhoneOnABadLineIsWaitedForAsLongAsItSends() {
        var phone = come("10.0.0.1");
        for (var second = 0; second < 4096; second++) { // 80 MB
            phone.moved += 20_000;
            pass(1);
        }
        assertThat(phone.gone).isFalse();
    }

    @Test
    void whoHasSentWellMayPauseTwiceTheGraceButNoLonger() {
        var phone = come("10.0.0.1");
        phone.moved += 10 << 20;
        pass(20);
        assertThat(phone.gone).isFalse();
        pass(2);
        assertThat(phone.gone).isTrue();
    }

    @Test
    void theTimeAThreadWorksIsNotTheClients() {
        var client = come("10.0.0.1");
        pass(5);
        client.wait = Wait.NONE;
        pass(3600);
        client.wait = Wait.READER;
        pass(4);
        assertThat(client.gone).isFalse();
        pass(2);
        assertThat(client.gone).isTrue();
        assertThat(floods.sum(Floods.Kind.READER)).isEqualTo(1);
    }

    @Test
    void theNextRequestOfAConnectionBeginsWithNothingOwed() {
        var client = come("10.0.0.1");
        pass(9);
        client.request++;
        pass(9);
        assertThat(client.gone).isFalse();
    }

    @Test
    void aBodyNobodyWantsIsHardlyWaitedFor() {
        var refused = come("10.0.0.1");
        refused.wait = Wait.REST;
        pass(2);
        assertThat(refused.gone).isFalse();
        pass(1);
        assertThat(refused.gone).isTrue();
    }

    @Test
    void whoOwesMostGivesWayWhenTheRoomIsFull() {
        var first = come("10.0.0.1");
        pass(3);
        var others = IntStream.range(0, FULL).mapToObj(i -> come("10.0.0.1")).toList();
        assertThat(first.gone).isTrue();
        assertThat(others).noneMatch(other -> other.gone);
    }

    @Test
    void aFloodOfOneAddressPushesOutNobodyElse() {
        var officer = come("10.0.0.2");
        pass(3);
        var flood = IntStream.range(0, 250).mapToObj(i -> come("10.0.0.1")).toList();
        pass(2);
        assertThat(officer.gone).isFalse();
        assertThat(flood).filteredOn(one -> !one.gone).hasSize(FULL - 1);
    }

    @Test
    void aFloodFromManyAddressesPushesOutNobodyWhoSends() {
        var office = IntStream.range(0, 2).mapToObj(i -> come("10.0.0.2")).toList();
        var flood = new ArrayList<Fake>();
        for (var second = 0; second < 5; second++) {
            office.forEach(phone -> phone.moved += 20_000);
            pass(1);
            for (var i = 0; i < 50; i++) {
                flood.add(come("10.1." + second + "." + i));
            }
            office.forEach(phone -> phone.moved += 20_000);
            pass(1);
        }
        assertThat(office).noneMatch(phone -> phone.gone);
        assertThat(flood).filteredOn(one -> !one.gone).hasSizeLessThanOrEqualTo(FULL - 2);
    }

    @Test
    void theUsersOfOneIpv6NetworkAreOneSource() throws UnknownHostException {
        assertThat(source("2001:db8:1:2:3:4:5:6")).isEqualTo(source("2001:db8:1:2:ffff::1"));
        assertThat(source("2001:db8:1:2::1")).isNotEqualTo(source("2001:db8:1:3::1"));
        assertThat(source("10.0.0.1")).isNotEqualTo(source("10.0.0.2"));
    }

    @Test
    void halfOfAllThreadsAreAlwaysForTheOthers() {
        watch.threads(8);
        var flood = IntStream.range(0, 8).mapToObj(i -> come("10.0.0.1")).toList();
        assertThat(flood).filteredOn(one -> one.gone).hasSize(4);
    }

    private static InetAddress source(String address) throws UnknownHostException {
        return Sources.of(new InetSocketAddress(InetAddress.getByName(address), 1));
    }

    private Fake come(String address) {
        try {
            var client = new Fake(source(address));
            watch.enter(client);
            watch.look(0);
            return client;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void pass(int seconds) {
        for (var second = 0; second < seconds; second++) {
            watch.look(SECOND);
        }
    }

    /** A client as the test wants it; once let go it is away. */
    private final class Fake implements Client {

        private final InetAddress source;
        private Wait wait = Wait.BODY;
        private long request = 1;
        private long moved;
        private boolean gone;

        Fake(InetAddress source) {
            this.source = source;
        }

        @Override
        public InetAddress source() {
            return source;
        }

        @Override
        public Wait waits() {
            return wait;
        }

        @Override
        public long request() {
            return request;
        }

        @Override
        public long moved() {
            return moved;
        }

        @Override
        public @Nullable SocketChannel channel() {
            return null;
        }

        @Override
        public void letGo(Wait waited) {
            assertThat(waited).isEqualTo(wait);
            gone = true;
            watch.leave(this);
        }
    }
}
