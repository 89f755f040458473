package io.wubu.rulings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rulings of all cases: appended in the transaction of the act they decide, read, never changed. */
@Component
public class Rulings {

    private static final TypeReference<List<Ruled>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Rulings(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Appends a ruling, in the caller's transaction. */
    public void append(Ruling ruling) {
        jdbc.sql(
                        """
                        insert into wubu.ruling
                            (subject, step, table_key, table_name, version, row_id, inputs, result, sources, on_day, at)
                        values (:subject, :step, :table, :name, :version, :row, :inputs::json, :result::json, :sources,
                            :day, :at)
                        """)
                .param("subject", ruling.subject())
                .param("step", ruling.step())
                .param("table", ruling.table())
                .param("name", ruling.tableName())
                .param("version", ruling.version())
                .param("row", ruling.row())
                .param("inputs", write(ruling.inputs()))
                .param("result", write(ruling.result()))
                .param("sources", ruling.sources().toArray(String[]::new))
                .param("day", ruling.day())
                .param("at", ruling.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The rulings in a case, oldest first. */
    public List<Ruling> of(String subject) {
        return jdbc.sql("select * from wubu.ruling where subject = :subject order by id")
                .param("subject", subject)
                .query((row, index) -> ruling(row))
                .list();
    }

    private Ruling ruling(ResultSet row) throws SQLException {
        return new Ruling(
                row.getString("subject"),
                row.getString("step"),
                row.getString("table_key"),
                row.getString("table_name"),
                row.getInt("version"),
                row.getString("row_id"),
                read(row.getString("inputs")),
                read(row.getString("result")),
                List.of((String[]) row.getArray("sources").getArray()),
                row.getObject("on_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private String write(List<Ruled> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Ruled> read(String stored) {
        try {
            return json.readValue(stored, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
