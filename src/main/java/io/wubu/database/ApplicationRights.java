package io.wubu.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * After every migration the owner gives the application's role just what it needs: rows of all tables, but where a trigger
 * {@code …_append_only} stands only to read and to add. If owner and application are one role, nothing can be kept from it.
 */
@Component
class ApplicationRights implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRights.class);

    /** Two nodes may start together. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtext('wubu rights'))";

    private static final String APPEND_ONLY =
            """
            do $$ declare kept regclass; begin
                for kept in select tgrelid from pg_trigger where tgname like '%%\\_append\\_only' and not tgisinternal loop
                    execute format('revoke update, delete, truncate on %%s from %%I', kept, '%1$s');
                end loop;
            end $$
            """;

    private static final List<String> RIGHTS = List.of(
            "grant usage on schema public, wubu to \"%1$s\"",
            "grant select, insert, update, delete on all tables in schema public, wubu to \"%1$s\"",
            "grant usage on all sequences in schema public, wubu to \"%1$s\"",
            "grant execute on all functions in schema wubu to \"%1$s\"",
            "revoke insert, update, delete on wubu.flyway_schema_history from \"%1$s\"",
            APPEND_ONLY);

    /** Whoever connects as it, with whatever: nothing lasts for ever. The pools are stricter. */
    private static final String LIMITS =
            """
            alter role "%s" set statement_timeout = %d;
            alter role "%1$s" set lock_timeout = %d;
            alter role "%1$s" set idle_in_transaction_session_timeout = %d
            """;

    private final ObjectProvider<DataSource> application;
    private final PoolSettings.Role limits;

    ApplicationRights(ObjectProvider<DataSource> application, PoolSettings settings) {
        this.application = application;
        this.limits = settings.role();
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            var owner = role(context.getConnection());
            var user = applicationRole();
            if (owner.equals(user)) {
                LOG.warn(
                        "数据库只配置了一个角色 {}：审计记录对该角色没有保护；请另设 spring.flyway.user"
                                + " (one database role: the audit log is not protected from its owner)",
                        owner);
            } else {
                give(context.getConnection(), user);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the application's rights can't be set", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "application rights";
    }

    private void give(Connection owner, String user) throws SQLException {
        var alone = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute(ONE_BY_ONE);
            for (var right : RIGHTS) {
                statement.execute(right.formatted(user));
            }
            owner.commit();
            limit(statement, user);
            owner.commit();
        } catch (SQLException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(alone);
        }
    }

    /** Not every owner of a database may do that to a role. */
    private void limit(Statement statement, String user) throws SQLException {
        statement.execute(ONE_BY_ONE);
        var before = statement.getConnection().setSavepoint();
        try {
            statement.execute(LIMITS.formatted(
                    user,
                    limits.statement().toMillis(),
                    limits.lock().toMillis(),
                    limits.transaction().toMillis()));
        } catch (SQLException e) {
            statement.getConnection().rollback(before);
            LOG.warn("数据库角色 {} 没有超时限制，请由数据库管理员设置；连接池的限制照常有效 (no limits on the role itself: {})", user, e.getMessage());
        }
    }

    private String applicationRole() throws SQLException {
        try (var connection = application.getObject().getConnection()) {
            return role(connection);
        }
    }

    private static String role(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select current_user")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
