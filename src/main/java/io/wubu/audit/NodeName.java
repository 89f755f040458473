package io.wubu.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node calls itself in rows and seals: {@code wubu.audit.node}, or else the machine's name. */
@Component
public class NodeName {

    private static final int LONGEST = 60;

    private final String name;

    NodeName(@Value("${wubu.audit.node}") String given) {
        var plain = (given.isBlank() ? host() : given).replaceAll("[^A-Za-z0-9._-]", "_");
        name = plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    @Override
    public String toString() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
