-- 登录失败计数：按账号和来源地址限时锁定，所有节点共用；外人锁不住别处登录的本人。

create table wubu.sign_in_failure (
    account      text not null,
    source       text not null,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz,
    constraint sign_in_failure_pk primary key (account, source)
);
create index sign_in_failure_source on wubu.sign_in_failure (source, last_at);
create index sign_in_failure_last on wubu.sign_in_failure (last_at);
comment on table wubu.sign_in_failure is '连续登录失败，登录成功或过期后删除';
comment on column wubu.sign_in_failure.account is '账号（可能并不存在）';
comment on column wubu.sign_in_failure.source is '来源地址';
comment on column wubu.sign_in_failure.failures is '连续失败次数';
comment on column wubu.sign_in_failure.last_at is '最近一次失败';
comment on column wubu.sign_in_failure.locked_until is '锁定到何时；空为未锁定';
