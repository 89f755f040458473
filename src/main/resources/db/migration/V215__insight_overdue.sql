create view wubu.insight_overdue as
select subject as number, due_at from wubu.limit_counting;
comment on view wubu.insight_overdue is '通览·正在计时的期限，按案卷；过了其中一个即为逾期';
comment on column wubu.insight_overdue.number is '案卷编号';
comment on column wubu.insight_overdue.due_at is '期限';
