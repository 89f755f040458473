-- 通览（insight）：跨表只读视图，只供 io.wubu.insight 使用；凡列表一律按读者的辖区限定（docs/adr/0018-insight.md）。

alter view wubu.problem_listing rename to insight_problem;
comment on view wubu.insight_problem is '通览·问题清单';
comment on column wubu.insight_problem.region_code is '所在区划，按读者辖区限定';
comment on column wubu.insight_problem.open is '整改期限仍在计时';

create view wubu.insight_timer as
select instance.business_key_ as number,
       job.id_ as job_id,
       job.process_instance_id_ as instance_id,
       job.process_def_id_ as definition,
       coalesce(definition.act_id_, execution.act_id_) as activity,
       job.handler_type_ = 'timer-task-listener' as of_task,
       job.handler_cfg_ as what,
       job.duedate_ as at,
       job.suspension_state_ is not distinct from 2 as stopped,
       instance.tenant_id_ as region,
       (select newest.tenant_id_ from public.act_hi_procinst newest
        where newest.business_key_ = instance.business_key_
        order by newest.start_time_ desc, newest.id_ limit 1) as case_region,
       (select jsonb_object_agg(named.name_, named.text_) from public.act_ru_variable named
        where named.proc_inst_id_ = job.process_instance_id_ and named.text_ is not null
          and named.name_ in ('acceptor', 'recorder', 'signer')) as named_roles,
       task.assignee_ as assignee,
       (select person.display_name from wubu.person
        where person.user_id = task.assignee_ and person.acting) as assignee_name,
       (select min(link.group_id_) from public.act_ru_identitylink link where link.task_id_ = task.id_) as post
from public.act_ru_execution instance
join public.act_ru_job job on job.process_instance_id_ = instance.id_ and job.type_ = 'timer'
left join public.act_ru_jobdef definition on definition.id_ = job.job_def_id_
left join public.act_ru_execution execution on execution.id_ = job.execution_id_
left join public.act_ru_task task on task.execution_id_ = job.execution_id_
where instance.parent_id_ is null and instance.business_key_ is not null;
comment on view wubu.insight_timer is '通览·案卷等待的定时事项，每个定时器一行';
comment on column wubu.insight_timer.number is '案卷编号';
comment on column wubu.insight_timer.job_id is '定时器';
comment on column wubu.insight_timer.instance_id is '流程实例';
comment on column wubu.insight_timer.definition is '流程模型（含版本）';
comment on column wubu.insight_timer.activity is '模型中的环节或事件';
comment on column wubu.insight_timer.of_task is '任务自带的提醒或逾期标记，不是图上的事件';
comment on column wubu.insight_timer.what is '触发内容';
comment on column wubu.insight_timer.at is '触发时刻';
comment on column wubu.insight_timer.stopped is '已停表';
comment on column wubu.insight_timer.region is '流程实例所在区划';
comment on column wubu.insight_timer.case_region is '案卷所在区划：最近一个流程实例的区划';
comment on column wubu.insight_timer.named_roles is '由决策表指定的岗位';
comment on column wubu.insight_timer.assignee is '所属任务的办理账号';
comment on column wubu.insight_timer.assignee_name is '办理账号现任岗位的名称';
comment on column wubu.insight_timer.post is '所属任务的候选岗位';

create view wubu.insight_next as
select first.task_id, first.task_region, timer.*
from (select distinct on (task.id_) task.id_ as task_id, task.tenant_id_ as task_region, job.id_ as first_job
      from public.act_ru_task task
      join public.act_ru_execution own on own.id_ = task.proc_inst_id_
      join public.act_ru_execution instance
           on instance.business_key_ = own.business_key_ and instance.parent_id_ is null
      join public.act_ru_job job on job.process_instance_id_ = instance.id_
           and job.type_ = 'timer' and job.suspension_state_ is distinct from 2
      order by task.id_, job.duedate_, (job.handler_type_ = 'timer-task-listener') desc, instance.id_, job.id_) first
join wubu.insight_timer timer on timer.job_id = first.first_job;
comment on view wubu.insight_next is '通览·每个待办任务所属案卷的下一件定时事项';
comment on column wubu.insight_next.task_id is '待办任务';
comment on column wubu.insight_next.task_region is '任务所在区划，按读者辖区限定';
