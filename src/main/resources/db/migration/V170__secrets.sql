-- 密钥核对：用本安装的密钥封存的一行；打不开说明节点拿错了密钥。

create table wubu.secret_check (
    one    boolean not null default true,
    sealed text not null,
    constraint secret_check_pk primary key (one),
    constraint secret_check_single check (one)
);
comment on table wubu.secret_check is '密钥核对，只有一行';
comment on column wubu.secret_check.one is '恒为真';
comment on column wubu.secret_check.sealed is '用本安装密钥封存的固定文字';
