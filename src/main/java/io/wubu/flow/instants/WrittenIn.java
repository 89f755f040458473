package io.wubu.flow.instants;

import io.wubu.shared.ClockConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;

/** The zone the engine's dates were written in, and how many of them could be compared. */
record WrittenIn(String zone, long compared, String words) {

    static final String SETTING = "wubu.database.written-in";

    private static final String SHANGHAI = ClockConfiguration.ZONE.getId();
    private static final List<String> USUAL = List.of(SHANGHAI, "UTC");
    private static final String UNCHANGED = "。数据没有改动";

    /** Finds it out, or refuses in words. {@code setting} is what the operator says, empty if nothing. */
    static WrittenIn find(Connection connection, String setting) throws SQLException {
        var zones = new LinkedHashSet<>(USUAL);
        if (!setting.isEmpty()) {
            zones.add(known(connection, setting));
        }
        var witness = Witness.of(connection, zones);
        return setting.isEmpty() ? told(connection, witness) : said(connection, witness, setting);
    }

    private static WrittenIn told(Connection connection, Witness witness) throws SQLException {
        for (var zone : USUAL) {
            if (witness.isAll(zone)) {
                return new WrittenIn(zone, witness.compared(), witness.inWords(connection));
            }
        }
        if (witness.compared() == 0) {
            return new WrittenIn(SHANGHAI, 0, "没有可以核对的日期");
        }
        throw new IllegalStateException("引擎日期当年写入时的时区不明：" + witness.inWords(connection) + UNCHANGED + "。请停止全部节点，查明以前各节点"
                + " JVM 的时区（user.timezone 或 TZ），再用 --" + SETTING + "=UTC（或 Asia/Shanghai 等）指明后启动"
                + " (the zone the engine's dates were written in is unclear)");
    }

    private static WrittenIn said(Connection connection, Witness witness, String setting) throws SQLException {
        var words = witness.inWords(connection);
        if (witness.fitting(setting) == 0 && witness.explained() > 0) {
            throw new IllegalStateException("设置 " + SETTING + "=" + setting + " 与数据不符：" + words + UNCHANGED
                    + "。请改正或去掉这项设置 (the setting contradicts the data)");
        }
        return new WrittenIn(setting, witness.compared(), words + "，按设置 " + SETTING);
    }

    /** Java and the database have to mean the same by it. */
    private static String known(Connection connection, String setting) throws SQLException {
        try {
            ZoneId.of(setting);
        } catch (DateTimeException e) {
            throw unknown(setting);
        }
        try (var ask = connection.prepareStatement("select exists (select from pg_timezone_names where name = ?)")) {
            ask.setString(1, setting);
            try (var row = ask.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw unknown(setting);
                }
            }
        }
        return setting;
    }

    private static IllegalStateException unknown(String setting) {
        return new IllegalStateException("设置 " + SETTING + "=" + setting
                + "：不是时区名；应如 Asia/Shanghai、UTC、America/New_York" + UNCHANGED + " (not a zone)");
    }
}
