-- 约谈与专项督察。一个地区同一时间只有一次约谈，一个城市同一时间只有一次专项督察：由部分唯一索引保证。

create table wubu.interview (
    number       text primary key,
    campaign     text not null references wubu.campaign (code),
    region_code  text not null references wubu.region (code),
    city_code    text not null references wubu.region (code),
    state        text not null constraint interview_state_known check (state in ('PROPOSING', 'VERIFYING', 'APPROVING',
        'NOTIFYING', 'REPORTING', 'MEETING', 'MINUTING', 'DEMANDING', 'PLANNING', 'FOLLOWING', 'PASSED', 'FAILED',
        'REFUSED', 'NOT_HELD')),
    level        text constraint interview_level_known check (level in ('CITY', 'COUNTY', 'TOWN', 'ENTERPRISE')),
    mode         text constraint interview_mode_known check (mode in ('SINGLE', 'GROUP')),
    openness     text constraint interview_openness_known check (openness in ('PUBLIC', 'CLOSED')),
    reasons      text[] not null default '{}',
    meeting_at   timestamptz,
    rescheduled  boolean not null default false,
    held_on      date,
    demand       text,
    demand_due   date,
    demanded_at  timestamptz,
    opened_at    timestamptz not null,
    closed_at    timestamptz
);
create unique index interview_open_once on wubu.interview (region_code) where closed_at is null;
create index interview_city on wubu.interview (city_code, state);
comment on table wubu.interview is '约谈：一行一次约谈，是案卷记录的摘要';
comment on column wubu.interview.number is '约谈编号 IV-季-区划-序号';
comment on column wubu.interview.campaign is '行动';
comment on column wubu.interview.region_code is '被约谈地区';
comment on column wubu.interview.city_code is '所属城市';
comment on column wubu.interview.state is '状态';
comment on column wubu.interview.level is '约谈层级：市、县区、乡镇、企业';
comment on column wubu.interview.mode is '单独或集体约谈';
comment on column wubu.interview.openness is '公开或不公开';
comment on column wubu.interview.reasons is '约谈情形';
comment on column wubu.interview.meeting_at is '约谈会时间';
comment on column wubu.interview.rescheduled is '是否因主要负责人缺席改期过一次';
comment on column wubu.interview.held_on is '约谈会召开日期，方案期限起算';
comment on column wubu.interview.demand is '对各问题的整改要求';
comment on column wubu.interview.demand_due is '对各问题的最早整改时限';
comment on column wubu.interview.demanded_at is '整改要求下达时间';
comment on column wubu.interview.opened_at is '建议时间';
comment on column wubu.interview.closed_at is '结束时间；空为进行中';

create table wubu.interview_problem (
    interview_number text not null references wubu.interview (number),
    problem_number   text not null references wubu.problem (number),
    joined_at        timestamptz not null,
    rectified        boolean,
    constraint interview_problem_pk primary key (interview_number, problem_number)
);
create index interview_problem_by_problem on wubu.interview_problem (problem_number);
comment on table wubu.interview_problem is '并入约谈的问题';
comment on column wubu.interview_problem.interview_number is '约谈';
comment on column wubu.interview_problem.problem_number is '问题';
comment on column wubu.interview_problem.joined_at is '并入时间';
comment on column wubu.interview_problem.rectified is '约谈后是否整改到位；空为尚无结论';

create table wubu.interview_requirement (
    interview_number text not null references wubu.interview (number),
    no               integer not null,
    text             text not null,
    due_on           date not null,
    problem_number   text references wubu.problem (number),
    fulfilled        boolean not null default false,
    slot             integer,
    constraint interview_requirement_pk primary key (interview_number, no),
    constraint interview_requirement_slot_once unique (interview_number, slot)
);
comment on table wubu.interview_requirement is '约谈提出的整改要求，逐项跟踪';
comment on column wubu.interview_requirement.interview_number is '约谈';
comment on column wubu.interview_requirement.no is '序号';
comment on column wubu.interview_requirement.text is '要求';
comment on column wubu.interview_requirement.due_on is '时限';
comment on column wubu.interview_requirement.problem_number is '专对某一问题的要求';
comment on column wubu.interview_requirement.fulfilled is '是否已完成';
comment on column wubu.interview_requirement.slot is '本轮跟踪中的位次，从 0 起；空为不在本轮';

create table wubu.inspection (
    number      text primary key,
    campaign    text not null references wubu.campaign (code),
    city_code   text not null references wubu.region (code),
    state       text not null constraint inspection_state_known check (state in ('NOMINATING', 'APPROVING', 'PREPARING',
        'ON_SITE', 'REPORTING', 'FEEDBACK', 'DEMANDING', 'FOLLOWING', 'ARCHIVING', 'ARCHIVED', 'REFUSED', 'NOT_HELD')),
    scope       text constraint inspection_scope_known check (scope in ('CITY', 'PROVINCE', 'COUNTY')),
    score       numeric(8, 2),
    feedback_on date,
    demand      text,
    demand_due  date,
    demanded_at timestamptz,
    opened_at   timestamptz not null,
    closed_at   timestamptz
);
create unique index inspection_open_once on wubu.inspection (city_code) where closed_at is null;
comment on table wubu.inspection is '专项督察：一行一次督察，是案卷记录的摘要';
comment on column wubu.inspection.number is '专项督察编号 SI-季-城市-序号';
comment on column wubu.inspection.campaign is '行动';
comment on column wubu.inspection.city_code is '被督察城市';
comment on column wubu.inspection.state is '状态';
comment on column wubu.inspection.scope is '范围：本市、延伸至省、延伸至县';
comment on column wubu.inspection.score is '提名评分（DMN-9）';
comment on column wubu.inspection.feedback_on is '反馈日期，方案期限起算';
comment on column wubu.inspection.demand is '对各问题的整改要求';
comment on column wubu.inspection.demand_due is '对各问题的整改时限';
comment on column wubu.inspection.demanded_at is '整改要求下达时间';
comment on column wubu.inspection.opened_at is '提名时间';
comment on column wubu.inspection.closed_at is '结束时间；空为进行中';

create table wubu.inspection_problem (
    inspection_number text not null references wubu.inspection (number),
    problem_number    text not null references wubu.problem (number),
    joined_at         timestamptz not null,
    rectified         boolean,
    constraint inspection_problem_pk primary key (inspection_number, problem_number)
);
create index inspection_problem_by_problem on wubu.inspection_problem (problem_number);
comment on table wubu.inspection_problem is '并入专项督察的问题';
comment on column wubu.inspection_problem.inspection_number is '专项督察';
comment on column wubu.inspection_problem.problem_number is '问题';
comment on column wubu.inspection_problem.joined_at is '并入时间';
comment on column wubu.inspection_problem.rectified is '督察后是否整改到位；空为尚无结论';

create table wubu.inspection_nomination (
    id                bigint generated always as identity primary key,
    inspection_number text not null references wubu.inspection (number),
    source            text not null,
    reason            text not null,
    nominated_at      timestamptz not null
);
create index inspection_nomination_of on wubu.inspection_nomination (inspection_number, id);
comment on table wubu.inspection_nomination is '专项督察的提名来源';
comment on column wubu.inspection_nomination.id is '标识';
comment on column wubu.inspection_nomination.inspection_number is '专项督察';
comment on column wubu.inspection_nomination.source is '来源编号（约谈或问题）';
comment on column wubu.inspection_nomination.reason is '理由';
comment on column wubu.inspection_nomination.nominated_at is '时间';

create table wubu.inspection_transfer (
    inspection_number text not null references wubu.inspection (number),
    document_no       text not null,
    receiver          text not null constraint inspection_transfer_receiver_known check (receiver in ('DISCIPLINE', 'ORG_DEPT', 'POLICE', 'PROCURATORATE', 'DEPARTMENT')),
    sent_on           date not null,
    constraint inspection_transfer_pk primary key (inspection_number, document_no)
);
comment on table wubu.inspection_transfer is '移交移送的函件：只登记文号，线索内容和人员不进系统；被督察地方看不到';
comment on column wubu.inspection_transfer.inspection_number is '专项督察';
comment on column wubu.inspection_transfer.document_no is '移交函文号';
comment on column wubu.inspection_transfer.receiver is '接收机关';
comment on column wubu.inspection_transfer.sent_on is '移交日期';
