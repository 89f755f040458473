package io.wubu.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody comes from, as far as limits tell people apart. One line of IPv6 has 2^64 addresses of its own, so its whole
 * /64 is one source; an IPv4 address is itself, however it is written.
 *
 * @param name the address, or {@code 2001:db8:1:2::/64}
 */
public record Source(String name) {

    private static final int LONGEST = 64;
    private static final int IPV4 = 4;
    private static final Pattern ADDRESS = Pattern.compile(
            "[0-9a-f:.]*:[0-9a-f:.]*|(BYTE[.]){3}BYTE".replace("BYTE", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));

    /** 64:ff9b::/96, an IPv4 address seen through a translator. */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    /** The source of a request's remote address; a zone ({@code %eth0}) and brackets say nothing about it. */
    public static Source of(@Nullable String remoteAddress) {
        var written = remoteAddress == null ? "" : remoteAddress.strip().toLowerCase(Locale.ROOT);
        var bare = written.replaceAll("^\\[|\\]$", "").replaceFirst("%.*", "");
        if (!ADDRESS.matcher(bare).matches()) {
            return new Source(written.substring(0, Math.min(written.length(), LONGEST)));
        }
        try {
            return new Source(named(InetAddress.getByName(bare).getAddress())); // a literal: nobody is asked
        } catch (UnknownHostException malformed) {
            return new Source(bare.substring(0, Math.min(bare.length(), LONGEST)));
        }
    }

    /** Where the source lies: the first half of an IPv4 address, the /48 of an IPv6 one; else itself. */
    public String network() {
        var ipv6 = name.contains(":");
        var parts = name.split(ipv6 ? ":" : "[.]");
        return ipv6 && parts.length > 3
                ? String.join(":", parts[0], parts[1], parts[2])
                : !ipv6 && parts.length == IPV4 ? parts[0] + "." + parts[1] : name;
    }

    private static String named(byte[] address) {
        if (address.length == IPV4) {
            return dotted(address, 0);
        }
        if (isTranslated(address)) {
            return dotted(address, TRANSLATED.length);
        }
        var prefix = new StringBuilder();
        for (var i = 0; i < address.length / 2; i += 2) {
            prefix.append(Integer.toHexString((address[i] & 0xff) << 8 | address[i + 1] & 0xff))
                    .append(':');
        }
        return prefix + ":/64";
    }

    private static boolean isTranslated(byte[] address) {
        for (var i = 0; i < TRANSLATED.length; i++) {
            if (address[i] != TRANSLATED[i]) {
                return false;
            }
        }
        return true;
    }

    private static String dotted(byte[] address, int from) {
        return (address[from] & 0xff) + "." + (address[from + 1] & 0xff) + "." + (address[from + 2] & 0xff) + "."
                + (address[from + 3] & 0xff);
    }

    @Override
    public String toString() {
        return name;
    }
}
