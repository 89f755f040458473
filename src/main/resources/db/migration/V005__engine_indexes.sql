-- 引擎缺少的索引：每次办结都按 parent_task_id_ 扫任务表，按到期日取作业没有索引。
create index if not exists wubu_task_parent on public.act_ru_task (parent_task_id_);
create index if not exists wubu_job_due on public.act_ru_job (duedate_);
create index if not exists wubu_job_lock on public.act_ru_job (process_instance_id_, lock_exp_time_) where lock_owner_ is not null;
create index if not exists wubu_task_due on public.act_ru_task (due_date_, id_);
create index if not exists wubu_task_created on public.act_ru_task (create_time_, id_);
create index if not exists wubu_link_group on public.act_ru_identitylink (group_id_, task_id_) where type_ = 'candidate';
