-- 逾期只由正在计时的期限得出，不再另存标记
create view wubu.limit_counting as
select l.subject, l.step, l.due_at
from wubu.running_limit l
where l.ended_at is null
  and not exists (select from wubu.limit_pause p where p.limit_id = l.id and p.resumed_at is null);
comment on view wubu.limit_counting is '正在计时、没有停表的期限；有一个到期未办，所属案卷即为逾期';

comment on column wubu.limit_counting.subject is '业务编号';
comment on column wubu.limit_counting.step is '步骤';
comment on column wubu.limit_counting.due_at is '到期时刻';

create index running_limit_due on wubu.running_limit (due_at) where ended_at is null;

update wubu.problem set flags = array_remove(flags, 'OVERDUE') where 'OVERDUE' = any (flags);
alter table wubu.problem add constraint problem_overdue_reckoned check ('OVERDUE' <> all (flags));
comment on column wubu.problem.flags is '标记：DISPUTED, FALSE_CLAIM, REBOUND 等；逾期由期限推算，不在其中';

create view wubu.insight_limit as select subject as number, due_at from wubu.limit_counting;
comment on view wubu.insight_limit is '通览·正在计时的期限';
comment on column wubu.insight_limit.number is '案卷编号，只与按辖区限定的清单连用';
comment on column wubu.insight_limit.due_at is '到期时刻';
