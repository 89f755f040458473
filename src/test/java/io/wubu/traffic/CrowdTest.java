package io.wubu.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many connections one source may have. */
class CrowdTest {

    @Test
    void aSourceGetsAsManyConnectionsAsItMay() throws IOException {
        var crowd = new Crowd(3);
        var source = InetAddress.getByName("10.0.0.1");
        for (var i = 0; i < 3; i++) {
            assertThat(crowd.isFull(source, List.of())).isFalse();
            crowd.came(source);
        }
        assertThat(crowd.isFull(source, List.of())).isTrue();
        assertThat(crowd.isFull(InetAddress.getByName("10.0.0.2"), List.of())).isFalse();
        assertThat(crowd.biggest()).isEqualTo(source);
        crowd.left(source, 1);
        assertThat(crowd.isFull(source, List.of())).isFalse();
    }

    @Test
    void openConnectionsCountAndClosedOnesNoMore() throws IOException {
        var open = new ArrayList<SocketChannel>();
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            for (var i = 0; i < 3; i++) {
                open.add(SocketChannel.open(server.getLocalAddress()));
            }
            var source = Crowd.source(open.get(0));
            assertThat(new Crowd(3).isFull(source, open)).isTrue();
            open.get(2).close();
            assertThat(new Crowd(3).isFull(source, open)).isFalse();
        } finally {
            for (var channel : open) {
                channel.close();
            }
        }
    }
}
