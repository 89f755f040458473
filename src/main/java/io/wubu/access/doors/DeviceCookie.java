package io.wubu.access.doors;

import io.wubu.secrets.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Names the account a device has signed in as, under the installation's key. It opens nothing; it says while strangers guess that
 * this is no stranger, wherever the device is today.
 */
@Component
public class DeviceCookie {

    static final String NAME = "wubu-device";

    private static final String PURPOSE = "device ";
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-]{1,120}[.][0-9a-f-]{36}[.][0-9]{1,12}[.].{20,60}");

    private final Secrets secrets;
    private final Clock clock;
    private final Duration valid;

    DeviceCookie(Secrets secrets, Clock clock, @Value("${wubu.sign-in.known-for}") Duration valid) {
        this.secrets = secrets;
        this.clock = clock;
        this.valid = valid;
    }

    /** The device that sends this, as a source of its own, if that account has signed in with it. */
    Optional<String> of(HttpServletRequest request, String account) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> isOf(value, account))
                .map(value -> "device " + value.split("[.]")[1])
                .findFirst();
    }

    /** Marks the device of somebody who has just come in; one it has marked already keeps its number. */
    void mark(HttpServletRequest request, HttpServletResponse response, String account) {
        var before = WebUtils.getCookie(request, NAME);
        var id = before != null && isOf(before.getValue(), account)
                ? before.getValue().split("[.]")[1]
                : UUID.randomUUID().toString();
        var said =
                encoded(account) + "." + id + "." + clock.instant().plus(valid).getEpochSecond();
        var cookie = ResponseCookie.from(NAME, said + "." + mac(said))
                .httpOnly(true)
                .secure(request.isSecure())
                .path(request.getContextPath() + "/")
                .maxAge(valid)
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private boolean isOf(String value, String account) {
        if (!SHAPE.matcher(value).matches()) {
            return false;
        }
        var end = value.lastIndexOf('.');
        var said = value.substring(0, end);
        var parts = said.split("[.]");
        return MessageDigest.isEqual(bytes(mac(said)), bytes(value.substring(end + 1)))
                && parts[0].equals(encoded(account))
                && Long.parseLong(parts[2]) > clock.instant().getEpochSecond();
    }

    private String mac(String said) {
        return secrets.fingerprint(PURPOSE + said)
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    private static String encoded(String account) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(account));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
