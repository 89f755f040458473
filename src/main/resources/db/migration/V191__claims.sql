-- 口令申请：本人申请、两位管理员确认后口令才生效；管理员看不到口令，也看不到确认码。

create table wubu.claim (
    id          bigint generated always as identity primary key,
    kind        text not null,
    user_id     text not null,
    source      text not null,
    slot        integer not null,
    hash        text not null default '',
    salt        text not null default '',
    code        text not null default '',
    drop_factor boolean not null default false,
    state       text not null default 'OPEN',
    wrong       integer not null default 0,
    filed_at    timestamptz not null,
    filed_by    text not null default '',
    ends_at     timestamptz not null,
    ended_at    timestamptz,
    ended_by    text not null default '',
    seen_at     timestamptz,
    constraint claim_kind check (kind in ('PASSWORD', 'OUTSIDE')),
    constraint claim_state check (state in ('OPEN', 'DONE', 'REFUSED', 'WRONG', 'REPLACED', 'EXPIRED')),
    constraint claim_secret check (state = 'OPEN' or hash = '' and salt = '' and code = ''),
    constraint claim_ended check ((state = 'OPEN') = (ended_at is null))
);
create unique index claim_slot on wubu.claim (user_id, kind, slot) where state = 'OPEN';
create unique index claim_source on wubu.claim (user_id, kind, source) where state = 'OPEN';
create index claim_user on wubu.claim (user_id, id desc);
create index claim_filed on wubu.claim (source, filed_at);
create index claim_open on wubu.claim (ends_at) where state = 'OPEN';
comment on table wubu.claim is '口令申请；账号可能并不存在，答复和处理都相同';
comment on column wubu.claim.id is '标识';
comment on column wubu.claim.kind is 'PASSWORD 本人申请新口令；OUTSIDE 改由单位核验';
comment on column wubu.claim.user_id is '登录账号（可能并不存在）';
comment on column wubu.claim.source is '来源地址；管理员提出的为空';
comment on column wubu.claim.slot is '同一账号同时最多几件，占第几个位置';
comment on column wubu.claim.hash is '新口令的慢散列；结束后清空';
comment on column wubu.claim.salt is '盐；结束后清空';
comment on column wubu.claim.code is '确认码的带密钥指纹；结束后清空';
comment on column wubu.claim.drop_factor is '同时解除动态口令（手机丢失）';
comment on column wubu.claim.state is 'OPEN 待确认，DONE 已生效，REFUSED 被拒绝，WRONG 确认码错误过多，REPLACED 被新申请取代，EXPIRED 过期';
comment on column wubu.claim.wrong is '确认码输错次数';
comment on column wubu.claim.filed_at is '提出时间';
comment on column wubu.claim.filed_by is '提出的管理员；本人申请的为空';
comment on column wubu.claim.ends_at is '有效期止';
comment on column wubu.claim.ended_at is '结束时间；空为待确认';
comment on column wubu.claim.ended_by is '使其结束的人';
comment on column wubu.claim.seen_at is '本人何时确认已知；只对已生效的';

create table wubu.claim_confirmation (
    claim_id bigint not null,
    role     text not null,
    title    text not null,
    user_id  text not null,
    at       timestamptz not null,
    constraint claim_confirmation_pk primary key (claim_id, role),
    constraint claim_confirmation_person unique (claim_id, user_id),
    constraint claim_confirmation_fk foreign key (claim_id) references wubu.claim (id) on delete cascade
);
comment on table wubu.claim_confirmation is '对口令申请的确认：每个岗位一次，不同的人';
comment on column wubu.claim_confirmation.claim_id is '申请';
comment on column wubu.claim_confirmation.role is '确认人的岗位';
comment on column wubu.claim_confirmation.title is '岗位名称';
comment on column wubu.claim_confirmation.user_id is '确认人';
comment on column wubu.claim_confirmation.at is '确认时间';

alter table wubu.account add column claimed_at timestamptz;
alter table wubu.account add column unproven boolean not null default false;
comment on column wubu.account.claimed_at is '本人何时经申请设定口令；空为未经申请，有决定权的岗位须先申请';
comment on column wubu.account.unproven is '申请的口令尚未与历史口令比对；下次登录时比对';
comment on column wubu.account.second_factor_waived is '免第二因素、免申请：只用于示例账号，且只在内嵌数据库、只答复本机时有效';

-- 此前已有岗位、且已改过口令的账号视同已申请
insert into wubu.account (user_id, claimed_at)
select distinct user_id, now() from wubu.person
on conflict (user_id) do update set claimed_at = case when not wubu.account.must_change_password then now() end;
