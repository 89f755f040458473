package io.wubu.records;

import io.wubu.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A room's table of cases: states change by compare-and-set, each change with its entry in the case record. */
public final class CaseTable {

    private final JdbcClient jdbc;
    private final Records records;
    private final Clock clock;
    private final String table;
    private final Set<String> settable;

    /**
     * @param table the room's own table, with columns {@code number} and {@code state}
     * @param settable the columns a step may set besides the state
     */
    public CaseTable(JdbcClient jdbc, Records records, Clock clock, String table, Set<String> settable) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
        this.table = table;
        this.settable = settable;
    }

    /** Takes a step; {@link Stale} if the case is not in the state the step starts from. */
    public void move(String number, Step<?> step) {
        var set = new StringBuilder("update " + table + " set state = :to");
        for (var column : step.changes().keySet()) {
            if (!settable.contains(column)) {
                throw new IllegalArgumentException("no such column of " + table + ": " + column);
            }
            set.append(", ").append(column).append(" = :").append(column);
        }
        var update = jdbc.sql(
                        set.append(" where number = :number and state = :from").toString())
                .param("to", step.to().name())
                .param("number", number)
                .param("from", step.from().name());
        for (var change : step.changes().entrySet()) {
            var value = change.getValue();
            update = update.param(
                    change.getKey(), value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        if (update.update() != 1) {
            throw new Stale("%s 的状态已经改变，不能办理“%s”".formatted(number, step.label()));
        }
        append(number, step);
    }

    private void append(String number, Step<?> step) {
        records.append(new Entry(
                number,
                step.id(),
                step.label(),
                step.by(),
                clock.instant(),
                step.from().name(),
                step.to().name(),
                step.content(),
                step.photos(),
                step.ruleVersion()));
    }
}
