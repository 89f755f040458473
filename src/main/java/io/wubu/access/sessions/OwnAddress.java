package io.wubu.access.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What this system calls itself in its answers: the configured public address, or this machine as it was asked. What the
 * request says in Host or a proxy in X-Forwarded-Host is nothing an answer repeats, whoever builds it. Every answer carries
 * here what keeps other sites off it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class OwnAddress extends OncePerRequestFilter {

    private static final String SETTING = "wubu.public-url";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HIGHEST_PORT = 65_535;

    private static final String PERMISSIONS =
            "accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(),"
                    + " encrypted-media=(), fullscreen=(self), geolocation=(self), gyroscope=(), hid=(), magnetometer=(),"
                    + " microphone=(), midi=(), payment=(), serial=(), usb=()";

    private final @Nullable URI configured;

    OwnAddress(@Value("${wubu.public-url}") String configured) {
        this.configured = configured.isBlank() ? null : required(configured.strip());
    }

    /** Where people reach this system, without a path; empty if that isn't known for sure. */
    public Optional<URI> of(HttpServletRequest request) {
        if (configured != null) {
            return Optional.of(configured);
        }
        var host = request.getServerName();
        var port = request.getServerPort();
        return THIS_MACHINE.contains(host) && 0 < port && port <= HIGHEST_PORT
                ? Optional.of(URI.create(request.getScheme() + "://" + host + ":" + port))
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        var named = new Named(request, configured, of(request).orElse(null));
        chain.doFilter(named, named.isSecure() ? new SecureCookies(response) : response);
    }

    private static URI required(String address) {
        var uri = parsed(address);
        var scheme = uri == null ? "" : String.valueOf(uri.getScheme());
        var isProtected = uri != null
                && uri.getHost() != null
                && (scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(uri.getHost()));
        if (uri == null
                || !isProtected
                || !String.valueOf(uri.getRawPath()).matches("/?")
                || uri.getRawQuery() != null) {
            throw new IllegalStateException(SETTING + " 须为 https://主机名[:端口]（只有本机可用 http://）"
                    + " (https://host[:port] required, http:// only on this machine): " + address);
        }
        return URI.create(scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }

    private static @Nullable URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** A request that says where it was sent to in our words, not in its own. */
    private static final class Named extends HttpServletRequestWrapper {

        private final @Nullable URI configured;
        private final @Nullable URI known;

        Named(HttpServletRequest request, @Nullable URI configured, @Nullable URI known) {
            super(request);
            this.configured = configured;
            this.known = known;
        }

        @Override
        public String getServerName() {
            return known == null ? "this.system.invalid" : known.getHost();
        }

        @Override
        public int getServerPort() {
            var port = known == null ? -1 : known.getPort();
            return port >= 0 ? port : getScheme().equals("https") ? HTTPS : HTTP;
        }

        @Override
        public String getScheme() {
            return configured == null ? super.getScheme() : String.valueOf(configured.getScheme());
        }

        @Override
        public boolean isSecure() {
            return super.isSecure() || configured != null && getScheme().equals("https");
        }

        @Override
        public StringBuffer getRequestURL() {
            var port = getServerPort() == (getScheme().equals("https") ? HTTPS : HTTP) ? "" : ":" + getServerPort();
            return new StringBuffer(getScheme() + "://" + getServerName() + port + getRequestURI());
        }
    }
}
