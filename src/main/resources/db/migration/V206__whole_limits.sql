-- 期限是整数，至少为一；指定日期没有长度
alter table wubu.problem add constraint problem_limit_counted check (limit_amount between 1 and 3660);
alter table wubu.running_limit add constraint running_limit_counted check (
    case unit when 'DATE' then amount = 0 when 'SAME_DAY_AT' then amount between 0 and 23 else amount between 1 and 3660 end);
