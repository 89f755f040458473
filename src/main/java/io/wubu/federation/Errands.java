package io.wubu.federation;

import io.wubu.nodes.MachineClock;
import io.wubu.secrets.Sealed;
import io.wubu.secrets.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ways to the identity provider and back. A stranger has no session, so his way is sealed into a cookie that only his browser
 * has; the way back is good once on all nodes, and for ten minutes (默认值).
 */
@Component
class Errands {

    static final String COOKIE = "WUBU_OIDC";

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String PLACE = "cookie:oidc";

    private final Secrets secrets;
    private final MachineClock machine;
    private final JdbcClient jdbc;

    Errands(Secrets secrets, MachineClock machine, JdbcClient jdbc) {
        this.secrets = secrets;
        this.machine = machine;
        this.jdbc = jdbc;
    }

    /** Sends somebody out. */
    Errand begin(URI back, HttpServletRequest request, HttpServletResponse response) {
        var errand = Errand.to(back, machine.now().plus(LONGEST));
        var sealed = secrets.seal(errand.text(), PLACE).text();
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.US_ASCII));
        give(value, LONGEST, request, response);
        return errand;
    }

    /** Who comes back with a state, if this browser was sent out with it and hasn't come back before. */
    Optional<Errand> end(String state, HttpServletRequest request, HttpServletResponse response) {
        var kept = cookie(request).flatMap(this::open);
        give("", Duration.ZERO, request, response);
        return kept.filter(errand -> errand.state().getValue().equals(state))
                .filter(errand -> errand.until().isAfter(machine.now()))
                .filter(this::isFirst);
    }

    private boolean isFirst(Errand errand) {
        var now = machine.now().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from wubu.provider_sign_in where used_at < :old")
                .param("old", now.minus(LONGEST.multipliedBy(2)))
                .update();
        return jdbc.sql(
                                "insert into wubu.provider_sign_in (state, used_at) values (:state, :now) on conflict do nothing")
                        .param("state", secrets.fingerprint(errand.state().getValue()))
                        .param("now", now)
                        .update()
                == 1;
    }

    private Optional<Errand> open(String value) {
        try {
            var sealed = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
            return Optional.of(Errand.of(secrets.open(new Sealed(sealed), PLACE)));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(each -> each.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Lax, since he comes back by a link of another site. */
    private static void give(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/api/sign-in/oidc")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
