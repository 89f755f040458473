-- 待办清单：每项待办每个岗位一行，由触发器随引擎的任务表在同一事务内更新，任务列表据此作答。

create table wubu.worklist (
    post     text      not null,
    task_id  text      not null,
    process  text      not null,
    region   text,
    assigned boolean   not null,
    active   boolean   not null,
    created  timestamp not null,
    due      timestamp,
    constraint worklist_pk primary key (post, task_id)
);
comment on table wubu.worklist is '待办清单：引擎任务表的投影，触发器维护，不得手工修改';
comment on column wubu.worklist.post is '候选岗位（岗位@区划）';
comment on column wubu.worklist.region is '任务所在区划';
comment on column wubu.worklist.assigned is '是否已认领';
comment on column wubu.worklist.active is '未挂起';

create index worklist_created on wubu.worklist (post, created, task_id);
create index worklist_due on wubu.worklist (post, due, task_id);
create index worklist_task on wubu.worklist (task_id);

-- 引擎的任务与候选岗位应当得出的清单
create view wubu.worklist_expected as
select distinct link.group_id_ as post, task.id_ as task_id, definition.key_ as process, task.tenant_id_ as region,
       task.assignee_ is not null as assigned, task.suspension_state_ = 1 as active,
       task.create_time_ as created, task.due_date_ as due
from public.act_ru_identitylink link
join public.act_ru_task task on task.id_ = link.task_id_
join public.act_re_procdef definition on definition.id_ = task.proc_def_id_
where link.type_ = 'candidate' and link.group_id_ is not null;

create function wubu.worklist_link_added() returns trigger language plpgsql as $$
begin
    insert into wubu.worklist
    select * from wubu.worklist_expected expected
    where expected.task_id = new.task_id_ and expected.post = new.group_id_
    on conflict do nothing;
    return null;
end $$;

create function wubu.worklist_link_removed() returns trigger language plpgsql as $$
begin
    delete from wubu.worklist
    where task_id = old.task_id_ and post = old.group_id_
      and not exists (select from public.act_ru_identitylink link
                      where link.task_id_ = old.task_id_ and link.group_id_ = old.group_id_ and link.type_ = 'candidate');
    return null;
end $$;

create function wubu.worklist_task_changed() returns trigger language plpgsql as $$
begin
    update wubu.worklist
    set process = (select key_ from public.act_re_procdef where id_ = new.proc_def_id_),
        region = new.tenant_id_,
        assigned = new.assignee_ is not null,
        active = new.suspension_state_ = 1,
        created = new.create_time_,
        due = new.due_date_
    where task_id = new.id_;
    return null;
end $$;

create trigger worklist_link_added after insert on public.act_ru_identitylink for each row
    when (new.type_ = 'candidate' and new.group_id_ is not null and new.task_id_ is not null)
    execute function wubu.worklist_link_added();

create trigger worklist_link_removed after delete on public.act_ru_identitylink for each row
    when (old.type_ = 'candidate' and old.group_id_ is not null and old.task_id_ is not null)
    execute function wubu.worklist_link_removed();

create trigger worklist_task_changed after update on public.act_ru_task for each row
    when ((old.proc_def_id_, old.tenant_id_, old.assignee_, old.suspension_state_, old.create_time_, old.due_date_)
          is distinct from
          (new.proc_def_id_, new.tenant_id_, new.assignee_, new.suspension_state_, new.create_time_, new.due_date_))
    execute function wubu.worklist_task_changed();

insert into wubu.worklist select * from wubu.worklist_expected;
