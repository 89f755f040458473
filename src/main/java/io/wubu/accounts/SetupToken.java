package io.wubu.accounts;

import io.wubu.nodes.MachineClock;
import io.wubu.secrets.Secrets;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The token with which the first administrators of an empty system are made. It is told once and works once. */
@Component
public class SetupToken {

    private static final int BYTES = 24;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final MachineClock machine;
    private final SecureRandom random = new SecureRandom();

    SetupToken(JdbcClient jdbc, Secrets secrets, MachineClock machine) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.machine = machine;
    }

    /** Makes the token, in the place of one that nobody has used yet; empty if one was used. */
    public Optional<String> make() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var made = jdbc.sql(
                        "insert into wubu.setup_token (hash, made_at) values (:hash, :now)"
                                + " on conflict (one) do update set hash = :hash, made_at = :now where setup_token.used_at is null")
                .param("hash", secrets.fingerprint(token))
                .param("now", machine.now().atOffset(ZoneOffset.UTC))
                .update();
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    /** Whether a token waits to be used. */
    public boolean isWaiting() {
        return jdbc.sql("select exists (select from wubu.setup_token where used_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** Uses the token up, if it is the right one; in the transaction that makes the accounts. */
    public boolean use(String token) {
        return jdbc.sql("update wubu.setup_token set used_at = :now where hash = :hash and used_at is null")
                        .param("now", machine.now().atOffset(ZoneOffset.UTC))
                        .param("hash", secrets.fingerprint(token))
                        .update()
                == 1;
    }
}
