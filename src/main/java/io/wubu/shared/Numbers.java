package io.wubu.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Running numbers without gaps: the counter's row is locked until the transaction that took a number ends. */
@Component
public class Numbers {

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a prefix, from 1. */
    public int next(String prefix) {
        return jdbc.sql(
                        """
                        insert into wubu.number_counter (prefix, last)
                        values (:prefix, 1)
                        on conflict (prefix) do update set last = number_counter.last + 1
                        returning last
                        """)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
    }
}
