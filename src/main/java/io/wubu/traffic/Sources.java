package io.wubu.traffic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a connection comes from, as far as one client can't choose it: an IPv4 address, or the network of an IPv6 one. */
final class Sources {

    private static final int NETWORK = 8; // bytes: 64 bits

    private Sources() {}

    /** What all connections of one client have in common; the unspecified address if it can't be told. */
    static InetAddress of(@Nullable SocketAddress remote) {
        var address = remote instanceof InetSocketAddress peer ? peer.getAddress() : null;
        if (address instanceof Inet6Address) {
            return network(address.getAddress());
        }
        return address == null ? network(new byte[2 * NETWORK]) : address;
    }

    private static InetAddress network(byte[] address) {
        Arrays.fill(address, NETWORK, address.length, (byte) 0);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
