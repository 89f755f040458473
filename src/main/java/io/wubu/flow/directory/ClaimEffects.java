package io.wubu.flow.directory;

import io.wubu.access.guessing.SignInLocks;
import io.wubu.access.identity.AccountChanged;
import io.wubu.access.identity.PasswordChanged;
import io.wubu.access.sessions.Sessions;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claim;
import io.wubu.accounts.Claim.Kind;
import io.wubu.accounts.Claims;
import io.wubu.accounts.SecondFactors;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a claim does when two administrators have confirmed it. */
@Component
class ClaimEffects {

    private final Claims claims;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignInLocks locks;
    private final Sessions sessions;
    private final Directory directory;
    private final LastOfThree three;
    private final ApplicationEventPublisher events;

    ClaimEffects(
            Claims claims,
            Accounts accounts,
            SecondFactors factors,
            SignInLocks locks,
            Sessions sessions,
            Directory directory,
            LastOfThree three,
            ApplicationEventPublisher events) {
        this.claims = claims;
        this.accounts = accounts;
        this.factors = factors;
        this.locks = locks;
        this.sessions = sessions;
        this.directory = directory;
        this.three = three;
        this.events = events;
    }

    void take(Claim claim, String by) {
        if (claim.kind().isSwitch()) {
            toggle(claim.account(), claim.kind() == Kind.DISABLE, by);
        } else {
            identify(claim);
            events.publishEvent(new PasswordChanged(claim.account(), by));
        }
        claims.done(claim, by);
    }

    /** Switches an account off, and ends its sessions, or on again. */
    void toggle(String account, boolean disabled, String by) {
        if (disabled) {
            three.requireWithout(account);
        }
        accounts.disable(account, disabled);
        if (disabled) {
            sessions.endAll(account, "disabled");
        }
        events.publishEvent(new AccountChanged(account, by, disabled ? "disabled" : "enabled", ""));
    }

    private void identify(Claim claim) {
        var account = claim.account();
        if (claim.kind() == Kind.PASSWORD) {
            var chosen = claims.chosen(claim);
            directory.setPassword(account, new Directory.FirstPassword(chosen.hash(), chosen.salt()));
            accounts.remember(account, chosen);
            accounts.claimed(account);
            locks.open(account);
        } else {
            directory.setPassword(account, directory.prepare(UUID.randomUUID() + "-" + UUID.randomUUID()));
            accounts.outside(account, true);
        }
        if (claim.dropFactor()) {
            factors.remove(account);
        }
    }
}
