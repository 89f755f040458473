-- 期限：办公时间、放假安排的变更、正在计时的期限、停表与重算。

create table wubu.office_hours (
    region_code text primary key references wubu.region (code),
    opens       time not null,
    closes      time not null,
    source      text not null,
    constraint office_hours_order check (opens < closes)
);
comment on table wubu.office_hours is '办公时间；没有自己一行的区划沿用上级';
comment on column wubu.office_hours.region_code is '区划';
comment on column wubu.office_hours.opens is '上班';
comment on column wubu.office_hours.closes is '下班，按日计算的期限到此时为止';
comment on column wubu.office_hours.source is '依据';
insert into wubu.office_hours (region_code, opens, closes, source) values ('000000', '09:00', '18:00', '默认值');

create table wubu.calendar_change (
    id      bigint generated always as identity primary key,
    kind    text not null constraint calendar_change_kind_known check (kind in ('ARRANGEMENT', 'DAY', 'OFFICE_HOURS')),
    what    text not null,
    source  text not null,
    old     jsonb not null,
    new     jsonb not null,
    by_user text not null,
    post    text not null,
    at      timestamptz not null
);
create trigger calendar_change_append_only before update or delete or truncate on wubu.calendar_change
    for each statement execute function wubu.refuse_change();
comment on table wubu.calendar_change is '放假安排与办公时间的变更，只增不改；最大的 id 就是现行日历的版本';
comment on column wubu.calendar_change.id is '版本';
comment on column wubu.calendar_change.kind is '年度安排、单日、办公时间';
comment on column wubu.calendar_change.what is '变更对象：年份、日期或区划';
comment on column wubu.calendar_change.source is '依据文件';
comment on column wubu.calendar_change.old is '变更前';
comment on column wubu.calendar_change.new is '变更后';
comment on column wubu.calendar_change.by_user is '经办账号';
comment on column wubu.calendar_change.post is '经办岗位';
comment on column wubu.calendar_change.at is '时间';

create table wubu.running_limit (
    id               bigint generated always as identity primary key,
    subject          text not null,
    step             text not null,
    lane             text not null default '',
    region_code      text not null,
    start_at         timestamptz not null,
    amount           integer not null,
    unit             text not null constraint running_limit_unit_known
                     check (unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'WORKING_HOUR', 'SAME_DAY_AT', 'DATE')),
    rolls            boolean not null,
    fixed_on         date,
    fixed_at         timestamptz,
    source           text not null,
    due_at           timestamptz not null,
    original_due_at  timestamptz not null,
    provisional      boolean not null,
    calendar_version bigint not null,
    ended_at         timestamptz
);
create unique index running_limit_open on wubu.running_limit (subject, step, lane) where ended_at is null;
create index running_limit_version on wubu.running_limit (calendar_version, id) where ended_at is null;
comment on table wubu.running_limit is '正在计时的期限：到期时刻由起点、长度、停表、延期和日历推算';
comment on column wubu.running_limit.id is '标识';
comment on column wubu.running_limit.subject is '业务编号';
comment on column wubu.running_limit.step is '步骤';
comment on column wubu.running_limit.lane is '同一步骤有几个期限时的区分';
comment on column wubu.running_limit.region_code is '区划，决定办公时间';
comment on column wubu.running_limit.start_at is '起算时刻，当日不计';
comment on column wubu.running_limit.amount is '长度';
comment on column wubu.running_limit.unit is '单位；DATE 为指定日期';
comment on column wubu.running_limit.rolls is '末日逢休息日顺延';
comment on column wubu.running_limit.fixed_on is '指定或延期后的日期';
comment on column wubu.running_limit.fixed_at is '何时指定，此后的停表再顺延';
comment on column wubu.running_limit.source is '依据';
comment on column wubu.running_limit.due_at is '到期时刻';
comment on column wubu.running_limit.original_due_at is '最初的到期时刻';
comment on column wubu.running_limit.provisional is '暂定：放假安排尚未公布';
comment on column wubu.running_limit.calendar_version is '推算所用的日历版本';
comment on column wubu.running_limit.ended_at is '结束计时的时刻';

create table wubu.limit_pause (
    id         bigint generated always as identity primary key,
    limit_id   bigint not null references wubu.running_limit (id),
    paused_at  timestamptz not null,
    resumed_at timestamptz,
    ground     text not null,
    evidence   uuid[] not null default '{}',
    paused_by  text not null,
    resumed_by text
);
create unique index limit_pause_open on wubu.limit_pause (limit_id) where resumed_at is null;
comment on table wubu.limit_pause is '停表：其间的日子不计入期限';
comment on column wubu.limit_pause.id is '标识';
comment on column wubu.limit_pause.limit_id is '期限';
comment on column wubu.limit_pause.paused_at is '停表时刻';
comment on column wubu.limit_pause.resumed_at is '恢复计时的时刻';
comment on column wubu.limit_pause.ground is '事由';
comment on column wubu.limit_pause.evidence is '证明照片';
comment on column wubu.limit_pause.paused_by is '停表账号';
comment on column wubu.limit_pause.resumed_by is '恢复账号';

create table wubu.recalculation (
    calendar_version bigint primary key references wubu.calendar_change (id),
    started_at       timestamptz not null,
    finished_at      timestamptz,
    total            integer not null,
    done             integer not null default 0,
    moved            integer not null default 0
);
comment on table wubu.recalculation is '日历变更后的重算：每个版本一次，中断后接着做';
comment on column wubu.recalculation.calendar_version is '日历版本';
comment on column wubu.recalculation.started_at is '开始';
comment on column wubu.recalculation.finished_at is '完成';
comment on column wubu.recalculation.total is '开始时待算的期限数';
comment on column wubu.recalculation.done is '已算';
comment on column wubu.recalculation.moved is '其中到期时刻改变的';

create table wubu.recalculation_line (
    calendar_version bigint not null references wubu.recalculation (calendar_version),
    limit_id         bigint not null references wubu.running_limit (id),
    old_due_at       timestamptz not null,
    new_due_at       timestamptz not null,
    constraint recalculation_line_pk primary key (calendar_version, limit_id)
);
comment on table wubu.recalculation_line is '重算报告：改变的期限，前后对照';
comment on column wubu.recalculation_line.calendar_version is '日历版本';
comment on column wubu.recalculation_line.limit_id is '期限';
comment on column wubu.recalculation_line.old_due_at is '原到期时刻';
comment on column wubu.recalculation_line.new_due_at is '新到期时刻';
