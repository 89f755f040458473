package io.wubu.accounts;

import io.wubu.nodes.MachineClock;
import io.wubu.secrets.Sealed;
import io.wubu.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second factors: a code of an authenticator application, or one of the recovery codes handed out with it. Each is good for
 * one sign-in. Times are the machine's, as on the telephone; a drill's clock is not meant.
 */
@Component
public class SecondFactors {

    private static final int CODES = 10;
    private static final int CODE_BYTES = 10;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final MachineClock machine;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, Secrets secrets, MachineClock machine) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.machine = machine;
    }

    private record Row(String secret, boolean confirmed) {}

    /** Whether the account has a second factor in use. */
    public boolean isEnrolled(String userId) {
        return find(userId).filter(Row::confirmed).isPresent();
    }

    /** Begins an enrolment, or goes on with one that was not confirmed. */
    @Transactional
    public Enrolment begin(String userId) {
        var fresh = new byte[Totp.SECRET_BYTES];
        random.nextBytes(fresh);
        jdbc.sql(
                        """
                        insert into wubu.second_factor (user_id, secret, begun_at) values (:id, :secret, :now)
                        on conflict (user_id) do nothing
                        """)
                .param("id", userId)
                .param("secret", secrets.seal(Totp.base32(fresh), place(userId)).text())
                .param("now", now())
                .update();
        var row = find(userId).filter(known -> !known.confirmed()).orElseThrow(IllegalStateException::new);
        var secret = secrets.open(new Sealed(row.secret()), place(userId));
        var uri = Totp.uri(userId, secret);
        return new Enrolment(secret, uri, QrPicture.of(uri));
    }

    /** Confirms an enrolment by its first code; the recovery codes, told this once, or none if the code is wrong. */
    @Transactional
    public List<String> confirm(String userId, String code) {
        if (isEnrolled(userId) || !isCode(userId, code)) {
            return List.of();
        }
        jdbc.sql("update wubu.second_factor set confirmed_at = :now where user_id = :id")
                .param("now", now())
                .param("id", userId)
                .update();
        var codes = Stream.generate(this::recoveryCode).limit(CODES).toList();
        codes.forEach(each -> jdbc.sql("insert into wubu.recovery_code (user_id, hash) values (:id, :hash)")
                .param("id", userId)
                .param("hash", fingerprint(userId, each))
                .update());
        return codes;
    }

    /** Whether a code is right and unused; afterwards it is used. */
    @Transactional
    public boolean accepts(String userId, String code) {
        return isEnrolled(userId) && (isCode(userId, code) || isRecoveryCode(userId, code));
    }

    /** Takes the second factor away; the account enrols anew at its next sign-in. */
    @Transactional
    public void remove(String userId) {
        jdbc.sql("delete from wubu.second_factor where user_id = :id")
                .param("id", userId)
                .update();
        jdbc.sql("delete from wubu.recovery_code where user_id = :id")
                .param("id", userId)
                .update();
    }

    /** The step before and after count too, since clocks differ a little; a step that was used, or an earlier one, doesn't. */
    private boolean isCode(String userId, String code) {
        var row = find(userId);
        if (row.isEmpty()) {
            return false;
        }
        var secret = secrets.open(new Sealed(row.get().secret()), place(userId));
        var present = Totp.step(machine.now());
        for (var step = present - 1; step <= present + 1; step++) {
            if (same(Totp.code(secret, step), code.strip())) {
                return jdbc.sql(
                                        "update wubu.second_factor set last_step = :step where user_id = :id and last_step < :step")
                                .param("step", step)
                                .param("id", userId)
                                .update()
                        == 1;
            }
        }
        return false;
    }

    private boolean isRecoveryCode(String userId, String code) {
        return jdbc.sql(
                                """
                                update wubu.recovery_code set used_at = :now
                                where user_id = :id and hash = :hash and used_at is null
                                """)
                        .param("now", now())
                        .param("id", userId)
                        .param("hash", fingerprint(userId, code))
                        .update()
                == 1;
    }

    private Optional<Row> find(String userId) {
        return jdbc.sql(
                        """
                        select secret, confirmed_at is not null as confirmed
                        from wubu.second_factor where user_id = :id
                        """)
                .param("id", userId)
                .query(Row.class)
                .optional();
    }

    private String recoveryCode() {
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    private String fingerprint(String userId, String code) {
        return secrets.fingerprint(userId + ":" + code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private OffsetDateTime now() {
        return machine.now().atOffset(ZoneOffset.UTC);
    }

    private static String place(String userId) {
        return "second_factor.secret:" + userId;
    }
}
