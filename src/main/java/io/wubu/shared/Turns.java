package io.wubu.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps apart, on all nodes, what must not be done twice at once: a second click, two officers at one paper. Who comes second
 * is told so at once and waits for nothing, so no order of locks and no connection is at stake.
 */
@Component
public class Turns {

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the turn at a thing and keeps it until the transaction ends. What is read after it is what the last one left.
     *
     * @param thing kind and number, the same for all who would be in each other's way
     * @throws Stale if somebody has the turn
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String thing) {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('wubu ' || :thing, 0))")
                .param("thing", thing)
                .query(Boolean.class)
                .single()) {
            throw new Stale("正在办理，请勿重复提交；稍后刷新可看到结果");
        }
    }
}
