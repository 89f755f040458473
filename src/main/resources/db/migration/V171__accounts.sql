-- 账号状态、口令历史、第二因素、初始化令牌。账号本身在引擎的目录里；没有行的账号状态正常。

create table wubu.account (
    user_id              text primary key,
    disabled_at          timestamptz,
    must_change_password boolean not null default false,
    second_factor_waived boolean not null default false
);
comment on table wubu.account is '账号状态';
comment on column wubu.account.user_id is '登录账号';
comment on column wubu.account.disabled_at is '何时停用；空为启用';
comment on column wubu.account.must_change_password is '下次登录须先改口令（口令由管理员发放）';
comment on column wubu.account.second_factor_waived is '免第二因素：只用于示例账号';

create table wubu.password_history (
    id      bigint generated always as identity primary key,
    user_id text not null,
    hash    text not null,
    salt    text not null,
    set_at  timestamptz not null
);
create index password_history_user on wubu.password_history (user_id, id desc);
comment on table wubu.password_history is '口令历史，只存慢散列，用于禁止重复使用';
comment on column wubu.password_history.id is '标识';
comment on column wubu.password_history.user_id is '登录账号';
comment on column wubu.password_history.hash is '口令散列';
comment on column wubu.password_history.salt is '盐';
comment on column wubu.password_history.set_at is '设定时间';

create table wubu.second_factor (
    user_id      text primary key,
    secret       text not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);
comment on table wubu.second_factor is '第二因素（动态口令 TOTP，RFC 6238）';
comment on column wubu.second_factor.user_id is '登录账号';
comment on column wubu.second_factor.secret is '共享密钥，封存';
comment on column wubu.second_factor.begun_at is '开始绑定';
comment on column wubu.second_factor.confirmed_at is '绑定完成；空为未完成';
comment on column wubu.second_factor.last_step is '最近用过的时间步；同一动态口令不得再用';

create table wubu.recovery_code (
    user_id text not null,
    hash    text not null,
    used_at timestamptz,
    constraint recovery_code_pk primary key (user_id, hash)
);
comment on table wubu.recovery_code is '恢复码：手机丢失时代替动态口令，每个只用一次';
comment on column wubu.recovery_code.user_id is '登录账号';
comment on column wubu.recovery_code.hash is '恢复码的带密钥指纹';
comment on column wubu.recovery_code.used_at is '何时用掉；空为未用';

create table wubu.setup_token (
    one     boolean not null default true,
    hash    text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    constraint setup_token_pk primary key (one),
    constraint setup_token_single check (one)
);
comment on table wubu.setup_token is '初始化令牌：空系统首次启动时产生，建立三员账号后永久失效；只有一行';
comment on column wubu.setup_token.one is '恒为真';
comment on column wubu.setup_token.hash is '令牌的带密钥指纹';
comment on column wubu.setup_token.made_at is '产生时间';
comment on column wubu.setup_token.used_at is '何时用掉；空为未用';
