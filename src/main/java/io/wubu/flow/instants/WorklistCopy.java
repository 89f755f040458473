package io.wubu.flow.instants;

/** What hangs on the columns the worklist is copied from, taken away while their type changes and put back as V140 made it. */
final class WorklistCopy {

    static final String DROP =
            """
            drop trigger worklist_task_changed on public.act_ru_task;
            drop view wubu.worklist_expected
            """;

    static final String CREATE =
            """
            create view wubu.worklist_expected as
            select distinct link.group_id_ as post, task.id_ as task_id, definition.key_ as process, task.tenant_id_ as region,
                   task.assignee_ is not null as assigned, task.suspension_state_ = 1 as active,
                   task.create_time_ as created, task.due_date_ as due
            from public.act_ru_identitylink link
            join public.act_ru_task task on task.id_ = link.task_id_
            join public.act_re_procdef definition on definition.id_ = task.proc_def_id_
            where link.type_ = 'candidate' and link.group_id_ is not null;

            create trigger worklist_task_changed after update on public.act_ru_task for each row
                when ((old.proc_def_id_, old.tenant_id_, old.assignee_, old.suspension_state_, old.create_time_, old.due_date_)
                      is distinct from
                      (new.proc_def_id_, new.tenant_id_, new.assignee_, new.suspension_state_, new.create_time_, new.due_date_))
                execute function wubu.worklist_task_changed()
            """;

    private WorklistCopy() {}
}
