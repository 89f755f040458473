package io.wubu.closure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** An open application as its row says. */
record ApplicationRow(long id, String state, List<String> met, Penalty penalty) {

    static ApplicationRow of(ResultSet row, int index) throws SQLException {
        return new ApplicationRow(
                row.getLong("id"),
                row.getString("state"),
                List.of((String[]) row.getArray("met").getArray()),
                Penalty.valueOf(row.getString("penalty")));
    }
}
