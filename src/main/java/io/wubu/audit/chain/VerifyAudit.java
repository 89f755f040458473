package io.wubu.audit.chain;

import io.wubu.audit.ChainHash;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Verifies the chain from the command line, without the application: an auditor needs a role that may read the table, the key
 * and the seal files. Ends with 0 if all is right, 1 if not.
 */
public final class VerifyAudit {

    private static final Set<String> KNOWN =
            Set.of("url", "user", "password", "key-file", "seal-dir", "mac", "provider");

    private VerifyAudit() {}

    /** {@code --url= --user= [--password=] --key-file= --seal-dir= [--mac= --provider=]}; the password also as PGPASSWORD. */
    public static void main(String[] arguments) throws IOException, SQLException {
        System.exit(verify(arguments, System.out));
    }

    static int verify(String[] arguments, PrintStream out) throws IOException, SQLException {
        var given = read(arguments);
        var key = HexFormat.of()
                .parseHex(java.nio.file.Files.readString(Path.of(given.get("key-file")))
                        .strip());
        var hash = new ChainHash(key, given.getOrDefault("mac", "HmacSHA256"), given.getOrDefault("provider", ""));
        var password = given.getOrDefault("password", System.getenv().getOrDefault("PGPASSWORD", ""));
        try (var connection = DriverManager.getConnection(given.get("url"), given.get("user"), password)) {
            var verdict = new Verifier(hash, new Seals(Path.of(given.get("seal-dir")))).walk(connection);
            out.printf(
                    "%s：%d 条正确，%d 条待成链，核对封存 %d 处%n",
                    verdict.intact() ? "审计记录完整" : "审计记录不完整", verdict.rows(), verdict.waiting(), verdict.seals());
            if (verdict.fault() != null) {
                out.println(verdict.fault());
            }
            verdict.warnings().forEach(out::println);
            return verdict.intact() ? 0 : 1;
        }
    }

    private static Map<String, String> read(String[] arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var pair = argument.split("=", 2);
            if (pair.length != 2 || !pair[0].startsWith("--") || !KNOWN.contains(pair[0].substring(2))) {
                throw new IllegalArgumentException("unknown: " + pair[0]);
            }
            given.put(pair[0].substring(2), pair[1]);
        }
        for (var needed : new String[] {"url", "user", "key-file", "seal-dir"}) {
            if (!given.containsKey(needed)) {
                throw new IllegalArgumentException("missing: --" + needed);
            }
        }
        return given;
    }
}
