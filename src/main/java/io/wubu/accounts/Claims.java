package io.wubu.accounts;

import io.wubu.accounts.Claim.Kind;
import io.wubu.accounts.Claim.State;
import io.wubu.nodes.MachineClock;
import io.wubu.secrets.Secrets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 口令申请: what waits for two administrators. Anybody may file one for any name, known or not; rows, work and answer are the same,
 * so a stranger learns nothing; but what is filed for names nobody has takes no place of anybody's. Times are the machine's, as on the telephone.
 */
@Component
public class Claims {

    private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private static final int LENGTH = 8;
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final ClaimRows rows;
    private final ClaimPlaces waiting;
    private final Secrets secrets;
    private final MachineClock machine;
    private final Duration valid;
    private final int wrongCodes;
    private final int perAccount;
    private final int perSource;
    private final int most;
    private final int ofUnknown;
    private final SecureRandom random = new SecureRandom();

    Claims(
            JdbcClient jdbc,
            Secrets secrets,
            MachineClock machine,
            @Value("${wubu.claims.valid}") Duration valid,
            @Value("${wubu.claims.wrong-codes}") int wrongCodes,
            @Value("${wubu.claims.per-account}") int perAccount,
            @Value("${wubu.claims.per-source-and-hour}") int perSource,
            @Value("${wubu.claims.most}") int most,
            @Value("${wubu.claims.of-unknown}") int ofUnknown) {
        this.jdbc = jdbc;
        this.rows = new ClaimRows(jdbc);
        this.waiting = new ClaimPlaces(jdbc);
        this.secrets = secrets;
        this.machine = machine;
        this.valid = valid;
        this.wrongCodes = wrongCodes;
        this.perAccount = perAccount;
        this.perSource = perSource;
        this.most = most;
        this.ofUnknown = ofUnknown;
    }

    /**
     * Where a claim comes from.
     *
     * @param known whether there is such an account
     * @param own whether it has signed in from there
     */
    public record Origin(String source, boolean known, boolean own) {}

    /** How long a code is good. */
    public Duration valid() {
        return valid;
    }

    /** Whether one more may come from there within the hour; asked before the password is hashed, alike for every name. */
    @Transactional
    public boolean hasRoom(String source) {
        expire();
        return jdbc.sql("select count(*) < :most from wubu.claim where source = :source and filed_at > :hour")
                .param("source", source)
                .param("hour", now().minusHours(1))
                .param("most", perSource)
                .query(Boolean.class)
                .single();
    }

    /**
     * Files the owner's wish, in the place of an earlier one from there; the code, told this once. Where all places are taken, the
     * oldest of the most crowded source gives way; nothing only if none may.
     *
     * @param from whether the account is known, and whether it has signed in from there
     */
    @Transactional
    public Optional<String> file(String account, Origin from, OldPassword chosen, boolean dropFactor) {
        waiting.hold();
        rows.endFrom(account, from.source(), now());
        waiting.makeRoom(account, from, perAccount, from.known() ? most : ofUnknown, now());
        var code = code();
        var secret = new Claim.Secret(chosen.hash(), chosen.salt(), fingerprint(account, code));
        var filed = rows.insert(account, from, secret, dropFactor, perAccount, now(), now().plus(valid));
        return filed ? Optional.of(code) : Optional.empty();
    }

    /** Proposes what an administrator wishes for an account; nothing if that waits already. */
    @Transactional
    public Optional<Claim> propose(String account, Kind kind, String by) {
        expire();
        return rows.propose(account, kind, by, now(), now().plus(valid)).flatMap(rows::find);
    }

    /** The open claims of an account, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Claim> lock(String account, Kind kind) {
        expire();
        return rows.lock(account, kind).stream()
                .map(rows::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Which of the locked claims of an account has that code; a code that fits none is counted against all of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Claim> withCode(String account, List<Claim> open, String code, String by) {
        var wanted = fingerprint(account, code);
        var found =
                open.stream().filter(claim -> rows.hasCode(claim.id(), wanted)).findFirst();
        if (found.isEmpty()) {
            rows.wrong(account, wrongCodes, by, now());
        }
        return found;
    }

    /** Notes that an administrator has identified the owner; whether that was not noted before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean confirm(Claim claim, String role, String title, String by) {
        return rows.confirm(claim.id(), new Claim.Confirmation(role, title, by, machine.now()));
    }

    /** A claim as it stands. */
    public Claim get(long id) {
        return rows.find(id).orElseThrow(IllegalStateException::new);
    }

    /** The password that waits in a claim. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OldPassword chosen(Claim claim) {
        return rows.chosen(claim.id());
    }

    /** A claim has taken effect; where it was about who gets in, the others of the account are void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Claim claim, String by) {
        rows.end(claim.id(), State.DONE, by, now());
        if (!claim.kind().isSwitch()) {
            rows.endAll(claim.account(), by, now());
        }
    }

    /** Ends an open claim, as its owner or an administrator wishes; false if it is open no more. */
    @Transactional
    public boolean refuse(long id, String by) {
        expire();
        return rows.end(id, State.REFUSED, by, now());
    }

    /** A claim, if there is one. */
    public Optional<Claim> find(long id) {
        return rows.find(id);
    }

    /** One page of what waits, of accounts that exist: what somebody has confirmed, what comes from where the owner works, the oldest. */
    public List<Claim> open(String text, int offset, int limit) {
        return waiting.open(text, offset, limit, now()).stream()
                .map(rows::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many wait. */
    public long waiting(String text) {
        return waiting.count(text, now());
    }

    /** What waits from there unconfirmed. */
    public List<Long> from(String source) {
        return waiting.from(source);
    }

    /** What there was about an account, the newest first. */
    public List<Claim> of(String account) {
        return rows.of(account, now());
    }

    /** What has taken effect and its owner has not been told yet. */
    public List<Claim> untold(String account) {
        return rows.untold(account);
    }

    /** The owner has confirmed that he was told. */
    public void told(String account) {
        rows.told(account, now());
    }

    private void expire() {
        rows.expire(now(), now().minus(KEPT), now().minus(valid));
    }

    private String code() {
        var code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.insert(LENGTH / 2, '-').toString();
    }

    /** As it is told by telephone: case and gaps don't matter. */
    private String fingerprint(String account, String code) {
        var said = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0');
        return secrets.fingerprint(
                "claim " + account + ":" + said.replace('I', '1').replace('L', '1'));
    }

    private OffsetDateTime now() {
        return machine.now().atOffset(ZoneOffset.UTC);
    }
}
