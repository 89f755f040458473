package io.wubu.access.doors;

import io.wubu.access.doors.Answer.Step;
import io.wubu.access.guessing.Guessing;
import io.wubu.access.guessing.HashQueue;
import io.wubu.access.guessing.KnownSources;
import io.wubu.access.guessing.Line;
import io.wubu.access.guessing.Pressure;
import io.wubu.access.guessing.SignInLocks;
import io.wubu.access.identity.AccountLocked;
import io.wubu.access.identity.Logins;
import io.wubu.access.identity.OutsideProof;
import io.wubu.access.identity.OutsideUnavailable;
import io.wubu.access.identity.SecondFactorChanged;
import io.wubu.access.identity.SignInRefused;
import io.wubu.access.identity.SignedIn;
import io.wubu.access.identity.SignedInNow;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claims;
import io.wubu.accounts.SecondFactors;
import io.wubu.accounts.Standing;
import io.wubu.shared.Busy;
import io.wubu.shared.Slowed;
import io.wubu.shared.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one way in, whichever door is used: lock, password, a claim where nobody but the owner may know the password, what was done
 * to the account, a new password for one that was handed out, second factor. Wrong, unknown and disabled take the same time; a
 * locked place costs no hash; all are answered alike, and who comes too fast (429) is told so whatever he brings.
 */
@Component
public class Door {

    private final Logins logins;
    private final OutsideProof outside;
    private final SignInLocks locks;
    private final KnownSources sources;
    private final Pressure pressure;
    private final Guessing guessing;
    private final HashQueue hashes;
    private final Line attempts;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Claims claims;
    private final ObjectProvider<Waiver> waiver;
    private final ApplicationEventPublisher events;
    private final boolean asked;

    Door(
            Logins logins,
            OutsideProof outside,
            SignInLocks locks,
            KnownSources sources,
            Pressure pressure,
            Guessing guessing,
            HashQueue hashes,
            Accounts accounts,
            SecondFactors factors,
            Claims claims,
            ObjectProvider<Waiver> waiver,
            ApplicationEventPublisher events,
            @Value("${wubu.sign-in.second-factor}") String asked,
            @Value("${wubu.sign-in.waiting}") int waiting,
            @Value("${wubu.sign-in.patience}") Duration patience) {
        this.logins = logins;
        this.outside = outside;
        this.locks = locks;
        this.sources = sources;
        this.pressure = pressure;
        this.guessing = guessing;
        this.hashes = hashes;
        this.attempts = new Line(waiting, waiting, patience);
        this.accounts = accounts;
        this.factors = factors;
        this.claims = claims;
        this.waiver = waiver;
        this.events = events;
        this.asked = asked.equals("administrators");
    }

    /**
     * Tries to get in. Attempts on one account from one source wait for each other, so that none escapes being counted;
     * {@link Busy} if too many do.
     */
    Answer enter(Attempt attempt, String address, String way) {
        return enter(attempt, address, null, way);
    }

    /**
     * The same with what {@link DeviceCookie} says: a device the account has signed in with counts as a source it is known
     * from, until too many mistakes are made with it.
     */
    Answer enter(Attempt attempt, String address, @Nullable String device, String way) {
        var account = attempt.account();
        var own = device != null && locks.mayTry(account, device) ? device : null;
        var answer = entered(attempt, Source.of(address).name(), own != null, way);
        if (own != null && answer.step() == Step.REFUSED) {
            locks.failed(account, own);
        }
        return answer;
    }

    private Answer entered(Attempt attempt, String source, boolean own, String way) {
        if (!locks.mayTry(attempt.account(), source)) {
            return shut(attempt, source, "locked");
        }
        var known = sources.isKnown(attempt.account(), source) || own;
        try {
            if (!known) {
                pressure.requireTurn(attempt.account(), source, isOpen(attempt));
            }
            return attempts.in(attempt.account() + "@" + source, known, () -> tried(attempt, source, known, way));
        } catch (Slowed slowed) {
            shut(attempt, source, "slowed");
            throw slowed;
        } catch (Busy full) {
            guessing.full();
            throw full;
        }
    }

    private boolean isOpen(Attempt attempt) {
        return logins.isOpen(attempt.isAbsurd() ? "" : attempt.account());
    }

    private Answer tried(Attempt attempt, String source, boolean known, String way) {
        if (!locks.mayTry(attempt.account(), source)) {
            return shut(attempt, source, "locked"); // by those who were before him
        }
        var standing = accounts.standing(attempt.isAbsurd() ? "" : attempt.account());
        if (!isRight(attempt, standing, known, source)) {
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

    /**
     * Lets an account in that an identity provider vouches for, if it is marked for that. Whoever needs a second factor here is
     * told to come with his password (step CODE): the provider's word alone is not enough for him.
     */
    Answer admit(String account, String address, String way) {
        var source = Source.of(address).name();
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
        sources.remember(account, source);
        return new Answer(Step.IN, user.get(), null, List.of());
    }

    /** Whether that is the password of somebody who is in; guessing counts as at the door. */
    boolean isPassword(String account, String password, String address) {
        var source = Source.of(address).name();
        var attempt = new Attempt(account, password, null, null);
        return attempts.in(account + "@" + source, true, () -> {
            if (!locks.mayTry(account, source)) {
                shut(attempt, source, "locked");
                return false;
            }
            if (attempt.isAbsurd() || !hashes.in(true, () -> logins.matches(account, password))) {
                counted(attempt, source, "password");
                return false;
            }
            return true;
        });
    }

    /** Sets a password somebody who is in has chosen. */
    void change(String account, String newPassword) {
        hashes.in(true, () -> {
            logins.change(account, newPassword);
            return true;
        });
    }

    /** A password of the directory costs our own hash too. */
    private boolean isRight(Attempt attempt, Standing standing, boolean known, String source) {
        var ours = !attempt.isAbsurd() && !standing.outside();
        var right = hashes.in(
                known,
                () -> logins.matches(ours ? attempt.account() : "", attempt.isAbsurd() ? "" : attempt.password()));
        if (attempt.isAbsurd() || !standing.outside()) {
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
            check(user.userId(), attempt.newPassword());
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
            change(user.userId(), attempt.newPassword());
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
        sources.remember(user.userId(), source);
        return new Answer(Step.IN, user, null, recovery);
    }

    private void check(String account, String newPassword) {
        hashes.in(true, () -> {
            logins.check(account, newPassword);
            return true;
        });
    }

    /** Refused without a hash. */
    private Answer shut(Attempt attempt, String source, String reason) {
        guessing.refused(attempt.account(), source);
        return refused(attempt, source, reason);
    }

    private boolean isWaived(Standing standing) {
        return standing.waived() && waiver.stream().anyMatch(Waiver::holds);
    }

    private Answer counted(Attempt attempt, String source, String reason) {
        locks.failed(attempt.account(), source)
                .ifPresent(until -> events.publishEvent(new AccountLocked(attempt.account(), source, until)));
        guessing.failed(attempt.account(), source, isOpen(attempt));
        return refused(attempt, source, reason);
    }

    private Answer refused(Attempt attempt, String source, String reason) {
        events.publishEvent(new SignInRefused(SignInLocks.shortened(attempt.account()), source, reason));
        return Answer.of(Step.REFUSED);
    }
}
