package io.wubu.access.doors;

import io.wubu.access.doors.Answer.Step;
import io.wubu.access.guessing.SignInLocks;
import io.wubu.access.identity.AccountChanged;
import io.wubu.access.identity.Logins;
import io.wubu.access.identity.PasswordChanged;
import io.wubu.access.identity.SecondFactorChanged;
import io.wubu.access.identity.SignedIn;
import io.wubu.shared.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * HTTP Basic for other systems. What was verified is remembered for a minute under a keyed hash, for the source it came from, so
 * that the slow hash is not paid for with every request; others' mistakes don't change that. The code of a second factor comes in the header X-Wubu-Code.
 */
@Component
public class BasicSignIn {

    private static final int MOST = 1000;

    private final Door door;
    private final SignInLocks locks;
    private final Logins logins;
    private final Clock clock;
    private final Duration remembered;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
    private final Map<String, Verified> verified = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    });
    private final Map<String, CountDownLatch> underWay = new ConcurrentHashMap<>();
    private final Duration patience;
    private final SecretKeySpec key;

    BasicSignIn(
            Door door,
            SignInLocks locks,
            Logins logins,
            Clock clock,
            @Value("${wubu.sign-in.basic-cache}") Duration remembered,
            @Value("${wubu.sign-in.patience}") Duration patience) {
        this.door = door;
        this.locks = locks;
        this.logins = logins;
        this.clock = clock;
        this.remembered = remembered;
        this.patience = patience;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    private record Verified(String account, String source, Instant at, long nanos) {}

    /** Who sends the request, if what it brings is right. */
    Optional<SignedIn> of(HttpServletRequest request) {
        try {
            var given = basic.convert(request);
            if (given == null) {
                return Optional.empty();
            }
            var code = request.getHeader("X-Wubu-Code");
            return tried(
                    new Attempt(given.getName(), String.valueOf(given.getCredentials()), code, null),
                    request.getRemoteAddr());
        } catch (AuthenticationException malformed) {
            return Optional.empty();
        }
    }

    private Optional<SignedIn> tried(Attempt attempt, String address) {
        var source = Source.of(address).name();
        var id = hash(attempt.account() + '\0' + attempt.password() + '\0' + attempt.code() + '\0' + source);
        if (isVerified(id, attempt, source)) {
            return logins.known(attempt.account());
        }
        var first = new CountDownLatch(1);
        var before = underWay.putIfAbsent(id, first);
        if (before != null && isOver(before) && isVerified(id, attempt, source)) {
            return logins.known(attempt.account());
        }
        try {
            return atTheDoor(id, attempt, address, source);
        } finally {
            underWay.remove(id, first);
            first.countDown();
        }
    }

    private Optional<SignedIn> atTheDoor(String id, Attempt attempt, String address, String source) {
        var answer = door.enter(attempt, address, "basic");
        if (answer.step() != Step.IN) {
            forget(attempt.account(), source);
            return Optional.empty();
        }
        verified.put(id, new Verified(attempt.account(), source, clock.instant(), System.nanoTime()));
        return Optional.ofNullable(answer.user());
    }

    private boolean isVerified(String id, Attempt attempt, String source) {
        var before = verified.get(id);
        return before != null && !isOld(before) && locks.mayTry(attempt.account(), source);
    }

    /** A program that opens ten connections at once has its password looked at once. */
    private boolean isOver(CountDownLatch before) {
        try {
            return before.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @EventListener
    void passwordChanged(PasswordChanged changed) {
        forget(changed.account());
    }

    @EventListener
    void accountChanged(AccountChanged changed) {
        forget(changed.account());
    }

    @EventListener
    void secondFactorChanged(SecondFactorChanged changed) {
        forget(changed.account());
    }

    /** After a mistake the right password counts as a sign-in again, which forgets the mistakes made there. */
    private void forget(String account, String source) {
        synchronized (verified) {
            verified.values()
                    .removeIf(each ->
                            each.account().equals(account) && each.source().equals(source));
        }
    }

    private void forget(String account) {
        synchronized (verified) {
            verified.values().removeIf(each -> each.account().equals(account));
        }
    }

    private boolean isOld(Verified one) {
        return Duration.between(one.at(), clock.instant()).abs().compareTo(remembered) >= 0
                || System.nanoTime() - one.nanos() >= remembered.toNanos();
    }

    private String hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
