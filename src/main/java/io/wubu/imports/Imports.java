package io.wubu.imports;

import io.wubu.imports.files.BadFile;
import io.wubu.imports.files.LedgerFile;
import io.wubu.imports.files.Texts;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.FindingSeason;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.Stale;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door for ledgers from outside: checks a file, hands on its good rows, remembers what came in. */
@Component
public class Imports {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JdbcClient jdbc;
    private final Regions regions;
    private final FindingSeason season;
    private final LawClock clock;

    Imports(JdbcClient jdbc, Regions regions, FindingSeason season, LawClock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.season = season;
        this.clock = clock;
    }

    /**
     * Checks a whole file without keeping it in memory.
     *
     * @param name what the sender calls it
     * @param scope the region whose ledger it may be
     */
    public LedgerCheck check(Path file, String name, String scope) {
        return read(file, name, scope, row -> {});
    }

    /** Reads the file again and hands on its good rows, one by one. */
    public void eachGood(Path file, String name, String scope, Consumer<LedgerRow> taker) {
        read(file, name, scope, taker);
    }

    /** Remembers a file, before its rows are taken; {@link Stale} if it has been imported already. */
    public String open(LedgerCheck check, String fileName, String userId, boolean partial) {
        var id = "LI-" + check.fingerprint().substring(0, 12);
        var inserted = jdbc.sql(
                        """
                        insert into wubu.ledger_import
                            (id, sha256, file_name, partial, row_count, accepted, imported_by, imported_at)
                        values (:id, :sha256, :fileName, :partial, :rows, :accepted, :user, :now)
                        on conflict (sha256) do nothing
                        """)
                .param("id", id)
                .param("sha256", check.fingerprint())
                .param("fileName", Texts.fileName(fileName))
                .param("partial", partial)
                .param("rows", check.rows())
                .param("accepted", check.good())
                .param("user", userId)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 0) {
            requireNew(check);
        }
        return id;
    }

    /** Passes if the file has not been imported; {@link Stale} says when it was. */
    public void requireNew(LedgerCheck check) {
        jdbc.sql("select imported_at, accepted, partial from wubu.ledger_import where sha256 = :sha256")
                .param("sha256", check.fingerprint())
                .query((row, index) -> earlier(
                        row.getObject("imported_at", OffsetDateTime.class),
                        row.getInt("accepted"),
                        row.getBoolean("partial")))
                .optional()
                .ifPresent(message -> {
                    throw new Stale(message);
                });
    }

    /** Remembers which problem a line became. */
    public void line(String importId, LedgerRow row, String number) {
        jdbc.sql(
                        """
                        insert into wubu.ledger_line (import_id, row_no, record_id, number)
                        values (:import, :row, :record, :number)
                        """)
                .param("import", importId)
                .param("row", row.row())
                .param("record", row.recordId())
                .param("number", number)
                .update();
    }

    private LedgerCheck read(Path file, String name, String scope, Consumer<LedgerRow> taker) {
        var reading = new LedgerReading(new RegionFinder(regions::named), season.rules(), scope, taker);
        BadFile fault = null;
        try {
            LedgerFile.open(file, name).read(reading);
        } catch (BadFile e) {
            fault = e;
        } catch (IOException e) {
            throw new UncheckedIOException("台账无法读取", e);
        }
        return reading.result(sha256(file), fault);
    }

    private static String earlier(OffsetDateTime at, int accepted, boolean partial) {
        return "同一文件已于 %s 导入（%s，%d 行），不能重复导入"
                .formatted(
                        WHEN.format(at.atZoneSameInstant(ClockConfiguration.ZONE)),
                        partial ? "部分导入" : "全部导入",
                        accepted);
    }

    private static String sha256(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            var digest = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
