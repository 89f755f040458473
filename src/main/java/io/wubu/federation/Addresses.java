package io.wubu.federation;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses secrets are sent to: protected by TLS, or on this machine. */
final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** A configured address; {@link IllegalStateException} names the setting. */
    static URI of(String setting, String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("no host");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + " 不是完整的地址 (is no complete address)", e);
        }
    }

    static void requireProtected(String setting, String address) {
        if (!isProtected(of(setting, address))) {
            throw new IllegalStateException(
                    setting + " 须为 https://（只有本机可用 http://）(https:// required, http:// only on this machine)");
        }
    }

    static boolean isProtected(@Nullable URI uri) {
        return uri != null
                && uri.getHost() != null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isThisMachine(uri));
    }

    /** By name only: nothing is looked up. */
    static boolean isThisMachine(URI uri) {
        return THIS_MACHINE.contains(String.valueOf(uri.getHost()));
    }
}
