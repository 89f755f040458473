package io.wubu.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes reading a table take as long as a test likes, until it is closed. */
final class SlowView implements AutoCloseable {

    private final JdbcClient owner;
    private final String table;

    SlowView(JdbcClient owner, String table) {
        this.owner = owner;
        this.table = table;
        owner.sql("alter table wubu." + table + " rename to slow_base").update();
        owner.sql("create view wubu." + table
                        + " as select b.* from (select pg_sleep(300) offset 0) s left join wubu.slow_base b on true")
                .update();
        owner.sql("grant select on wubu." + table + " to public").update();
    }

    /** How many are reading it now. */
    int readers() {
        return owner.sql("select count(*) from pg_stat_activity where state = 'active' and wait_event = 'PgSleep'")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        owner.sql("drop view wubu." + table).update();
        owner.sql("alter table wubu.slow_base rename to " + table).update();
    }
}
