-- 销号：一次申请一行，公示与异议各自成行；谁在何时写了什么，见案卷记录。

create table wubu.closure_application (
    id               bigint generated always as identity primary key,
    number           text not null references wubu.problem (number),
    state            text not null constraint closure_application_state_known check (state in
        ('APPLIED', 'INCOMPLETE', 'COMPLETE', 'REVIEWED', 'ACCEPTED', 'NOTICE', 'OBJECTION', 'SIGNED', 'CONFIRMED', 'CLOSED', 'REFUSED')),
    met              text[] not null,
    penalty          text not null constraint closure_application_penalty_known check (penalty in
        ('NONE', 'PAID', 'UNPAID', 'APPEALED', 'PENDING')),
    accepted         boolean,
    facts_clear      boolean,
    rectified        boolean,
    duty_fixed       boolean,
    public_satisfied boolean,
    score            numeric(5, 2) constraint closure_application_score_range check (score between 0 and 100),
    refused_step     text,
    applied_by       text not null,
    applied_at       timestamptz not null,
    ended_at         timestamptz,
    constraint closure_application_four_no_let_go
        check (accepted is not true or (facts_clear and rectified and duty_fixed and public_satisfied) is true),
    constraint closure_application_paid_before_closed
        check (state not in ('CONFIRMED', 'CLOSED') or penalty in ('NONE', 'PAID'))
);
create index closure_application_number on wubu.closure_application (number, id);
create unique index closure_application_one_open on wubu.closure_application (number)
    where state not in ('INCOMPLETE', 'CLOSED', 'REFUSED');
comment on table wubu.closure_application is '销号申请；同一问题同时只有一件在办';
comment on column wubu.closure_application.id is '内部标识';
comment on column wubu.closure_application.number is '问题编号';
comment on column wubu.closure_application.state is '状态：已申请、不齐、齐全、初验通过、验收通过、公示中、异议处理中、已审签、已备案、已销号、不予销号';
comment on column wubu.closure_application.met is '已满足的要件（五项）';
comment on column wubu.closure_application.penalty is '行政处罚：无、已履行、未履行、复议诉讼中、办理中';
comment on column wubu.closure_application.accepted is '现场验收是否通过';
comment on column wubu.closure_application.facts_clear is '问题已查清';
comment on column wubu.closure_application.rectified is '整改已到位';
comment on column wubu.closure_application.duty_fixed is '责任已落实';
comment on column wubu.closure_application.public_satisfied is '群众满意';
comment on column wubu.closure_application.score is '验收评分';
comment on column wubu.closure_application.refused_step is '在哪一步不予销号';
comment on column wubu.closure_application.applied_by is '申请账号';
comment on column wubu.closure_application.applied_at is '申请时间';
comment on column wubu.closure_application.ended_at is '销号或退回时间';

create table wubu.closure_notice (
    id             bigint generated always as identity primary key,
    application_id bigint not null references wubu.closure_application (id),
    no             integer not null,
    starts_on      date not null,
    ends_on        date not null,
    channels       text[] not null,
    published_by   text not null,
    published_at   timestamptz not null,
    constraint closure_notice_once unique (application_id, no),
    constraint closure_notice_period check (ends_on > starts_on)
);
comment on table wubu.closure_notice is '销号公示；更正后重新公示另起一行';
comment on column wubu.closure_notice.id is '内部标识';
comment on column wubu.closure_notice.application_id is '销号申请';
comment on column wubu.closure_notice.no is '第几次公示';
comment on column wubu.closure_notice.starts_on is '公示首日';
comment on column wubu.closure_notice.ends_on is '公示末日，至当日24时';
comment on column wubu.closure_notice.channels is '公示渠道';
comment on column wubu.closure_notice.published_by is '发布账号';
comment on column wubu.closure_notice.published_at is '发布时间';

create table wubu.closure_objection (
    id         bigint generated always as identity primary key,
    notice_id  bigint not null references wubu.closure_notice (id),
    text       text not null,
    raised_by  text not null,
    raised_at  timestamptz not null,
    ruling     text constraint closure_objection_ruling_known check (ruling in ('DISMISSED', 'RESTART', 'UPHELD')),
    handled_at timestamptz
);
create index closure_objection_notice on wubu.closure_objection (notice_id) where ruling is null;
comment on table wubu.closure_objection is '公示期内的异议';
comment on column wubu.closure_objection.id is '内部标识';
comment on column wubu.closure_objection.notice_id is '针对的公示';
comment on column wubu.closure_objection.text is '异议内容';
comment on column wubu.closure_objection.raised_by is '提出账号';
comment on column wubu.closure_objection.raised_at is '提出时间';
comment on column wubu.closure_objection.ruling is '结论：不成立、更正后重新公示、成立；空为未处理';
comment on column wubu.closure_objection.handled_at is '处理时间';
