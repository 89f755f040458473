package io.wubu.flow.directory;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The few statements on the engine's own tables; nobody else touches them with SQL. */
@Component
public class EngineRows {

    private static final List<String> MOVES = List.of(
            "update public.act_ru_execution set tenant_id_ = ? where root_proc_inst_id_ = ?",
            "update public.act_ru_task set tenant_id_ = ? where proc_inst_id_ in (%s)",
            "update public.act_ru_variable set tenant_id_ = ? where proc_inst_id_ in (%s)",
            "update public.act_ru_job set tenant_id_ = ? where process_instance_id_ in (%s)",
            "update public.act_ru_event_subscr set tenant_id_ = ? where proc_inst_id_ in (%s)",
            "update public.act_hi_procinst set tenant_id_ = ? where root_proc_inst_id_ = ?",
            "update public.act_hi_actinst set tenant_id_ = ? where root_proc_inst_id_ = ?",
            "update public.act_hi_taskinst set tenant_id_ = ? where root_proc_inst_id_ = ?",
            "update public.act_hi_varinst set tenant_id_ = ? where root_proc_inst_id_ = ?",
            "update public.act_hi_detail set tenant_id_ = ? where root_proc_inst_id_ = ?");

    private static final String INSTANCES =
            "select proc_inst_id_ from public.act_ru_execution where root_proc_inst_id_ = ?";

    private final JdbcTemplate jdbc;

    EngineRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs just before the commit, when the engine has written what it holds in memory. */
    public void move(String rootInstance, String region) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                moveRows(rootInstance, region);
            }
        });
    }

    /** Accounts whose identifier or name holds the text; the one nobody can sign in as is left out. */
    List<KnownAccount> accounts(String text, int offset, int limit) {
        return jdbc.query(
                """
                select id_, trim(coalesce(first_, '') || ' ' || coalesce(last_, '')), count(*) over ()
                from public.act_id_user
                where id_ <> 'system' and position(lower(?) in lower(id_ || ' ' || coalesce(first_, '') || coalesce(last_, ''))) > 0
                order by id_ offset ? limit ?
                """,
                (row, number) -> new KnownAccount(row.getString(1), row.getString(2), row.getLong(3)),
                text,
                offset,
                limit);
    }

    private void moveRows(String rootInstance, String region) {
        MOVES.forEach(move -> jdbc.update(move.formatted(INSTANCES), region, rootInstance));
    }
}
