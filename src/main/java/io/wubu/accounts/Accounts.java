package io.wubu.accounts;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How accounts stand, and the passwords they had. The accounts themselves live in the engine's directory. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int remembered;

    Accounts(JdbcClient jdbc, Clock clock, @Value("${wubu.sign-in.password-history}") int remembered) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** How an account stands; one nothing is known of stands well. */
    public Standing standing(String userId) {
        return jdbc.sql(
                        """
                        select disabled_at is not null as disabled, must_change_password and not outside as must_change,
                               second_factor_waived as waived, outside, claimed_at is not null as claimed, unproven
                        from wubu.account where user_id = :id
                        """)
                .param("id", userId)
                .query(Standing.class)
                .optional()
                .orElse(Standing.PLAIN);
    }

    /** Disables an account, or enables it again. */
    public void disable(String userId, boolean disabled) {
        jdbc.sql(
                        """
                        insert into wubu.account (user_id, disabled_at) values (:id, :at)
                        on conflict (user_id) do update set disabled_at = :at
                        """)
                .param("id", userId)
                .param("at", disabled ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    /** Whether the password has to be changed at the next sign-in. */
    public void mustChange(String userId, boolean must) {
        jdbc.sql(
                        """
                        insert into wubu.account (user_id, must_change_password) values (:id, :must)
                        on conflict (user_id) do update set must_change_password = :must
                        """)
                .param("id", userId)
                .param("must", must)
                .update();
    }

    /** The owner's own password took effect: it need not be changed, and nobody else has known it. */
    public void claimed(String userId) {
        jdbc.sql(
                        """
                        insert into wubu.account (user_id, claimed_at, unproven) values (:id, :at, true)
                        on conflict (user_id) do update
                            set claimed_at = :at, unproven = true, must_change_password = false, outside = false
                        """)
                .param("id", userId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Somebody else has set the password, so it is the owner's no more. */
    public void handed(String userId) {
        jdbc.sql("update wubu.account set claimed_at = null where user_id = :id")
                .param("id", userId)
                .update();
        mustChange(userId, true);
    }

    /**
     * The three of an empty system: their first passwords are told to whoever holds the set-up token, before there is anything to
     * take over.
     */
    public void foundedBySetup(String userId) {
        jdbc.sql("update wubu.account set claimed_at = :at where user_id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", userId)
                .update();
    }

    /** The password was held against former ones. */
    public void proven(String userId) {
        jdbc.sql("update wubu.account set unproven = false where user_id = :id and unproven")
                .param("id", userId)
                .update();
    }

    /** Whether an account's identity is proven outside. */
    public void outside(String userId, boolean outside) {
        jdbc.sql(
                        """
                        insert into wubu.account (user_id, outside) values (:id, :outside)
                        on conflict (user_id) do update set outside = :outside
                        """)
                .param("id", userId)
                .param("outside", outside)
                .update();
    }

    /** Lets an account of a system that answers this machine only do without a second factor and without a claim. */
    public void waive(String userId) {
        jdbc.sql(
                        """
                        insert into wubu.account (user_id, second_factor_waived) values (:id, true)
                        on conflict (user_id) do update set second_factor_waived = true
                        """)
                .param("id", userId)
                .update();
    }

    /** Remembers a password that was set, and forgets those too old to matter. */
    public void remember(String userId, OldPassword password) {
        jdbc.sql("insert into wubu.password_history (user_id, hash, salt, set_at) values (:id, :hash, :salt, :at)")
                .param("id", userId)
                .param("hash", password.hash())
                .param("salt", password.salt())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        delete from wubu.password_history where user_id = :id and id not in
                            (select id from wubu.password_history where user_id = :id order by id desc limit :most)
                        """)
                .param("id", userId)
                .param("most", remembered)
                .update();
    }

    /** The last passwords of an account, which it may not take again. */
    public List<OldPassword> lastPasswords(String userId) {
        return jdbc.sql("select hash, salt from wubu.password_history where user_id = :id order by id desc limit :most")
                .param("id", userId)
                .param("most", remembered)
                .query(OldPassword.class)
                .list();
    }
}
