package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T06, T96: an application that answers one attack does not come up. */
class GateProofTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/camunda/api/engine/engine/default/task",
                "/api/problems",
            })
    void oneOpenRouteStopsTheStart(String open) throws IOException {
        var server = serving(open);
        try {
            assertThatThrownBy(() -> GateProof.attack(root(server)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(open);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aClosedApplicationComesUp() throws IOException {
        var server = serving("/nothing-of-the-list");
        try {
            assertThatCode(() -> GateProof.attack(root(server))).doesNotThrowAnyException();
        } finally {
            server.stop(0);
        }
    }

    private static String root(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer serving(String open) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals(open) ? 500 : 404, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
