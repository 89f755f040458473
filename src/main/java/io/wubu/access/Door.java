package io.wubu.access;

import io.wubu.access.Answer.Step;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claims;
import io.wubu.accounts.SecondFactors;
import io.wubu.accounts.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one way in, whichever door is used: lock, password, a claim where nobody but the owner may know the password, what was done
 * to the account, a new password for one that was handed out, second factor. Wrong, unknown, locked and disabled take the same
 * time and are answered alike.
 */
@Component
class Door {

    private static final int TURNS = 64;

    private final Logins logins;
    private final OutsideProof outside;
    private final SignInLocks locks;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Claims claims;
    private final ObjectProvider<Waiver> waiver;
    private final ApplicationEventPublisher events;
    private final boolean asked;
    private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();

    Door(
            Logins logins,
            OutsideProof outside,
            SignInLocks locks,
            Accounts accounts,
            SecondFactors factors,
            Claims claims,
            ObjectProvider<Waiver> waiver,
            ApplicationEventPublisher events,
            @Value("${wubu.sign-in.second-factor}") String asked) {
        this.logins = logins;
        this.outside = outside;
        this.locks = locks;
        this.accounts = accounts;
        this.factors = factors;
        this.claims = claims;
        this.waiver = waiver;
        this.events = events;
        this.asked = asked.equals("administrators");
    }

    /** Tries to get in. Attempts on one account from one source wait for each other, so that none escapes being counted. */
    Answer enter(Attempt attempt, String source, String way) {
        synchronized (turns.get(Math.floorMod((attempt.account() + "@" + source).hashCode(), TURNS))) {
            var free = locks.mayTry(attempt.account(), source);
            var standing = accounts.standing(attempt.isAbsurd() ? "" : attempt.account());
            var right = isRight(attempt, standing, free, source);
            if (!free) {
                return refused(attempt, source, "locked");
            }
            if (!right) {
                return counted(attempt, source, "password");
            }
            logins.forget(attempt.account());
            if (!standing.disabled() && logins.mustClaim(attempt.account())) {
                refused(attempt, source, "claim");
                return Answer.of(Step.CLAIM);
            }
            var user = logins.known(attempt.account());
            return user.isEmpty()
                    ? counted(attempt, source, "disabled")
                    : identified(attempt, user.get(), standing, source, way);
        }
    }

    /**
     * Lets an account in that an identity provider vouches for, if it is marked for that. Whoever needs a second factor here is
     * told to come with his password (step CODE): the provider's word alone is not enough for him.
     */
    Answer admit(String account, String source, String way) {
        var attempt = new Attempt(account, "", null, null);
        logins.forget(account);
        var user = !attempt.isAbsurd() && accounts.standing(account).outside()
                ? logins.known(account)
                : Optional.<SignedIn>empty();
        if (user.isEmpty()) {
            return refused(attempt, source, way + "-unknown");
        }
        if (user.get().isAdministrator() || factors.isEnrolled(account)) {
            refused(attempt, source, way + "-second-factor");
            return Answer.of(Step.CODE);
        }
        events.publishEvent(new SignedInNow(account, source, way));
        return new Answer(Step.IN, user.get(), null, List.of());
    }

    /** Whether that is the password of somebody who is in; guessing counts as at the door. */
    boolean isPassword(String account, String password, String source) {
        var attempt = new Attempt(account, password, null, null);
        if (!locks.mayTry(account, source)) {
            return false;
        }
        if (attempt.isAbsurd() || !logins.matches(account, password)) {
            counted(attempt, source, "password");
            return false;
        }
        return true;
    }

    /** A password of the directory costs our own hash too, and while an account is locked the directory isn't asked. */
    private boolean isRight(Attempt attempt, Standing standing, boolean free, String source) {
        var ours = !attempt.isAbsurd() && !standing.outside();
        var right = logins.matches(ours ? attempt.account() : "", attempt.isAbsurd() ? "" : attempt.password());
        if (attempt.isAbsurd() || !standing.outside() || !free) {
            return ours && right;
        }
        try {
            return outside.matches(attempt.account(), attempt.password());
        } catch (OutsideUnavailable down) {
            refused(attempt, source, "directory");
            throw down;
        }
    }

    private Answer identified(Attempt attempt, SignedIn user, Standing standing, String source, String way) {
        var news = claims.untold(user.userId());
        if (!news.isEmpty() && !attempt.told()) {
            return new Answer(Step.NOTICE, null, null, List.of(), news);
        }
        var mustChange = standing.mustChange()
                || standing.unproven() && !standing.outside() && !logins.isProper(user.userId(), attempt.password());
        if (mustChange) {
            if (attempt.newPassword() == null) {
                return Answer.of(Step.NEW_PASSWORD);
            }
            logins.check(user.userId(), attempt.newPassword());
        }
        var enrolled = factors.isEnrolled(user.userId());
        var recovery = List.<String>of();
        if (enrolled || asked && user.isAdministrator() && !isWaived(standing)) {
            if (attempt.code() == null || attempt.code().isBlank()) {
                return enrolled
                        ? Answer.of(Step.CODE)
                        : new Answer(Step.ENROL, null, factors.begin(user.userId()), List.of());
            }
            recovery = enrolled ? List.of() : factors.confirm(user.userId(), attempt.code());
            if (enrolled ? !factors.accepts(user.userId(), attempt.code()) : recovery.isEmpty()) {
                return counted(attempt, source, "code");
            }
        }
        if (mustChange && attempt.newPassword() != null) {
            logins.change(user.userId(), attempt.newPassword());
        }
        if (standing.unproven()) {
            accounts.proven(user.userId());
        }
        if (!news.isEmpty()) {
            claims.told(user.userId());
        }
        if (!recovery.isEmpty()) {
            events.publishEvent(new SecondFactorChanged(user.userId(), source, "enrolled"));
        }
        locks.succeeded(attempt.account(), source);
        events.publishEvent(new SignedInNow(user.userId(), source, way));
        return new Answer(Step.IN, user, null, recovery);
    }

    private boolean isWaived(Standing standing) {
        return standing.waived() && waiver.stream().anyMatch(Waiver::holds);
    }

    private Answer counted(Attempt attempt, String source, String reason) {
        locks.failed(attempt.account(), source)
                .ifPresent(until -> events.publishEvent(new AccountLocked(attempt.account(), source, until)));
        return refused(attempt, source, reason);
    }

    private Answer refused(Attempt attempt, String source, String reason) {
        events.publishEvent(new SignInRefused(SignInLocks.shortened(attempt.account()), source, reason));
        return Answer.of(Step.REFUSED);
    }
}
