-- 登录的门：账号常用来源、受压时的放行节奏、每分钟失败数、猜口令告警。所有节点共用。

create table wubu.sign_in_source (
    account text not null,
    source  text not null,
    last_at timestamptz not null,
    constraint sign_in_source_pk primary key (account, source)
);
create index sign_in_source_last on wubu.sign_in_source (last_at);
comment on table wubu.sign_in_source is '账号登录成功过的来源；有人猜口令时，从这里来的本人不受影响；每个账号有限个，过期删除';
comment on column wubu.sign_in_source.account is '登录账号';
comment on column wubu.sign_in_source.source is '来源：IPv4 地址，或 IPv6 的 /64';
comment on column wubu.sign_in_source.last_at is '最近一次登录成功';

create table wubu.sign_in_pace (
    subject text not null,
    next_at timestamptz not null,
    constraint sign_in_pace_pk primary key (subject)
);
comment on table wubu.sign_in_pace is '受压时陌生来源的放行节奏，过期删除';
comment on column wubu.sign_in_pace.subject is '被猜的账号；空串为全部账号';
comment on column wubu.sign_in_pace.next_at is '下一次何时放行';

create table wubu.sign_in_minute (
    minute   timestamptz not null,
    failures integer not null,
    constraint sign_in_minute_pk primary key (minute),
    constraint sign_in_minute_failures check (failures > 0)
);
comment on table wubu.sign_in_minute is '每分钟的登录失败总数，只留最近的';
comment on column wubu.sign_in_minute.minute is '分钟';
comment on column wubu.sign_in_minute.failures is '失败次数';

create table wubu.guessing (
    id       bigint generated always as identity,
    account  text not null,
    begun_at timestamptz not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    attempts bigint not null,
    seen_by  text,
    seen_at  timestamptz,
    constraint guessing_pk primary key (id),
    constraint guessing_once unique (account, begun_at),
    constraint guessing_attempts check (attempts > 0),
    constraint guessing_order check (first_at <= last_at),
    constraint guessing_seen check ((seen_by is null) = (seen_at is null))
);
create index guessing_last on wubu.guessing (last_at);
comment on table wubu.guessing is '猜口令告警，每个账号每 15 分钟一条，由安全管理员阅处';
comment on column wubu.guessing.id is '标识';
comment on column wubu.guessing.account is '被猜的账号（可能并不存在）；空串为许多账号';
comment on column wubu.guessing.begun_at is '所属时段的开始';
comment on column wubu.guessing.first_at is '时段内第一次';
comment on column wubu.guessing.last_at is '时段内最近一次';
comment on column wubu.guessing.attempts is '次数，含未试即拒的';
comment on column wubu.guessing.seen_by is '谁已阅；空为未阅';
comment on column wubu.guessing.seen_at is '何时已阅';

create table wubu.guessing_source (
    guessing bigint not null,
    source   text not null,
    attempts bigint not null,
    constraint guessing_source_pk primary key (guessing, source),
    constraint guessing_source_fk foreign key (guessing) references wubu.guessing (id) on delete cascade,
    constraint guessing_source_attempts check (attempts > 0)
);
comment on table wubu.guessing_source is '猜口令的来源，每条告警有限个';
comment on column wubu.guessing_source.guessing is '告警';
comment on column wubu.guessing_source.source is '来源：IPv4 地址，或 IPv6 的 /64';
comment on column wubu.guessing_source.attempts is '次数';

create index paper_draft_user on wubu.paper_draft (user_id);
create index paper_draft_saved on wubu.paper_draft (saved_at);
