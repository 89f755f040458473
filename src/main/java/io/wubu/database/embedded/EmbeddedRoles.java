package io.wubu.database.embedded;

import io.wubu.shared.CannotStart;
import io.wubu.shared.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * The two roles of the embedded server: the owner, whose password only the owner of the data directory can read, and the
 * application, whose password is new at every start. Without a password nobody on this machine gets in.
 */
final class EmbeddedRoles {

    static final String OWNER = "postgres";
    static final String APPLICATION = "wubu_app";

    private static final String DOORS =
            """
            # who may connect: whoever knows the password
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private static final String WRONG_PASSWORD = "28P01";

    private final Path ownerKey;
    private final String ownerPassword;
    private final String applicationPassword;

    EmbeddedRoles(Path dataDir) throws IOException {
        ownerKey = dataDir.resolve("database-owner.key").toAbsolutePath();
        ownerPassword = HexFormat.of()
                .formatHex(KeyFile.of(ownerKey, () -> Files.exists(dataDir.resolve("postgres/PG_VERSION"))));
        var fresh = new byte[24];
        new SecureRandom().nextBytes(fresh);
        applicationPassword = HexFormat.of().formatHex(fresh);
    }

    /** The file the owner's password stands in. */
    Path ownerKeyFile() {
        return ownerKey;
    }

    String ownerPassword() {
        return ownerPassword;
    }

    String applicationPassword() {
        return applicationPassword;
    }

    /** Sets both passwords, then closes the doors; a server made by an older version stood open till then. */
    void establish(DataSource server, Path data) throws SQLException, IOException {
        try {
            sign(server, data);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new CannotStart("密钥文件 " + ownerKey + " 与数据库不符：请从备份恢复与该数据库同时保存的 database-owner.key，数据库没有改动", e);
            }
            throw e;
        }
    }

    private void sign(DataSource server, Path data) throws SQLException, IOException {
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + ownerPassword + "'");
            statement.execute(
                    """
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'wubu_app') then
                            create role wubu_app;
                        end if;
                    end $$
                    """);
            statement.execute("alter role wubu_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
                    + " password '" + applicationPassword + "'");
            Files.writeString(data.resolve("pg_hba.conf"), DOORS);
            statement.execute("select pg_reload_conf()");
        }
    }
}
