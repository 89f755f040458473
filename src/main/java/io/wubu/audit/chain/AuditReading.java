package io.wubu.audit.chain;

import io.wubu.audit.AuditFilter;
import io.wubu.audit.AuditRow;
import io.wubu.audit.AuditRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit log's door for the auditor; whoever opens it writes down that he did. */
@Component
public class AuditReading {

    private final DataSource source;
    private final JdbcClient jdbc;
    private final AuditKey key;
    private final Seals seals;

    AuditReading(DataSource source, JdbcClient jdbc, AuditKey key, @Value("${wubu.audit.seal-dir}") Path folder) {
        this.source = source;
        this.jdbc = jdbc;
        this.key = key;
        this.seals = new Seals(folder);
    }

    /** Rows of a filter, newest first. */
    public List<AuditRow> page(AuditFilter filter) {
        return AuditRows.page(jdbc, filter);
    }

    /** Walks the whole chain and names the first row that is wrong. */
    public Verdict verify() {
        try (var connection = source.getConnection()) {
            return new Verifier(key.hash(), seals).walk(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("审计记录无法校验", e);
        } catch (IOException e) {
            throw new UncheckedIOException("封存文件无法读取", e);
        }
    }
}
