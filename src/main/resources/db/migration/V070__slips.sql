-- 三色督办单与问题线索建议。一个问题同一时间只有一串督办、一张督办单：由部分唯一索引保证。

create table wubu.slip_chain (
    id             bigint generated always as identity primary key,
    problem_number text not null references wubu.problem (number),
    trigger        text not null,
    requested      text constraint slip_chain_requested_known check (requested in ('WHITE', 'YELLOW', 'RED')),
    facts          text not null,
    requirement    text not null,
    requested_by   text not null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    outcome        text,
    constraint slip_chain_outcome_known check (outcome in ('ACCEPTED', 'EXHAUSTED', 'NOT_APPROVED', 'SETTLED'))
);
create unique index slip_chain_open_once on wubu.slip_chain (problem_number) where closed_at is null;
create index slip_chain_problem on wubu.slip_chain (problem_number, id);
comment on table wubu.slip_chain is '一串督办：从第一张督办单到办结、均未见效或随问题了结';
comment on column wubu.slip_chain.id is '标识';
comment on column wubu.slip_chain.problem_number is '问题';
comment on column wubu.slip_chain.trigger is '下一张督办单的触发情形（DMN-7）';
comment on column wubu.slip_chain.requested is '直接签发拟用的颜色';
comment on column wubu.slip_chain.facts is '存在问题';
comment on column wubu.slip_chain.requirement is '督办要求';
comment on column wubu.slip_chain.requested_by is '提出的岗位';
comment on column wubu.slip_chain.opened_at is '提出时间';
comment on column wubu.slip_chain.closed_at is '结束时间；空为进行中';
comment on column wubu.slip_chain.outcome is '结果：验收通过、均未见效、未获批准、随问题了结';

create table wubu.slip (
    number         text primary key,
    chain_id       bigint not null references wubu.slip_chain (id),
    problem_number text not null references wubu.problem (number),
    campaign       text not null references wubu.campaign (code),
    region_code    text not null references wubu.region (code),
    city_code      text not null references wubu.region (code),
    doc_no         text constraint slip_doc_no_once unique,
    letter         boolean not null,
    colour         text not null constraint slip_colour_known check (colour in ('WHITE', 'YELLOW', 'RED')),
    trigger        text not null,
    facts          text not null,
    requirement    text not null,
    addressee      text not null,
    copy_to        text not null,
    copy_roles     text not null,
    limit_amount   integer not null constraint slip_limit_positive check (limit_amount > 0),
    limit_unit     text not null,
    score          integer not null constraint slip_score_is_deduction check (score <= 0),
    clue           boolean not null,
    state          text not null constraint slip_state_known check (state in
        ('PREPARED', 'ISSUED', 'SIGNED', 'REPLIED', 'ACCEPTED', 'EXPIRED', 'ENDED')),
    predecessor    text references wubu.slip (number),
    prepared_at    timestamptz not null,
    approved_by    text,
    issued_at      timestamptz,
    due_at         timestamptz,
    provisional    boolean not null default false,
    signed_by      text,
    signed_at      timestamptz,
    result         text,
    documents      text,
    replied_by     text,
    replied_at     timestamptz,
    opinion        text,
    decided_by     text,
    decided_at     timestamptz,
    rejections     integer not null default 0,
    end_reason     text,
    ended_at       timestamptz,
    constraint slip_issued_has_date check (state in ('PREPARED', 'ENDED') or (doc_no is not null and due_at is not null))
);
create unique index slip_open_once on wubu.slip (problem_number) where state in ('PREPARED', 'ISSUED', 'SIGNED', 'REPLIED');
create index slip_problem on wubu.slip (problem_number, prepared_at);
create index slip_red on wubu.slip (city_code, campaign) where colour = 'RED';
comment on table wubu.slip is '三色督办单：一行一张';
comment on column wubu.slip.number is '编号 SD-季-城市-序号';
comment on column wubu.slip.chain_id is '所属督办';
comment on column wubu.slip.problem_number is '问题';
comment on column wubu.slip.campaign is '行动';
comment on column wubu.slip.region_code is '承办县区';
comment on column wubu.slip.city_code is '签发城市';
comment on column wubu.slip.doc_no is '文号，签发时编';
comment on column wubu.slip.letter is '是否以专函督办形式发出';
comment on column wubu.slip.colour is '颜色';
comment on column wubu.slip.trigger is '触发情形';
comment on column wubu.slip.facts is '存在问题';
comment on column wubu.slip.requirement is '督办要求';
comment on column wubu.slip.addressee is '主送岗位，不写姓名';
comment on column wubu.slip.copy_to is '抄送（规则表文字）';
comment on column wubu.slip.copy_roles is '抄送岗位代码，逗号分隔';
comment on column wubu.slip.limit_amount is '期限数量';
comment on column wubu.slip.limit_unit is '期限单位';
comment on column wubu.slip.score is '扣分，零或负数';
comment on column wubu.slip.clue is '签发时是否同时提出问题线索';
comment on column wubu.slip.state is '状态：待签发、已签发、已签收、已回复、办结、到期未办结、终止';
comment on column wubu.slip.predecessor is '前一张督办单';
comment on column wubu.slip.prepared_at is '拟单时间';
comment on column wubu.slip.approved_by is '批准岗位';
comment on column wubu.slip.issued_at is '签发时间';
comment on column wubu.slip.due_at is '完成时限';
comment on column wubu.slip.provisional is '时限落在放假安排未公布的日子，暂定';
comment on column wubu.slip.signed_by is '签收人职务';
comment on column wubu.slip.signed_at is '签收时间';
comment on column wubu.slip.result is '办理结果';
comment on column wubu.slip.documents is '书面佐证材料';
comment on column wubu.slip.replied_by is '回复岗位';
comment on column wubu.slip.replied_at is '回复时间';
comment on column wubu.slip.opinion is '验收意见';
comment on column wubu.slip.decided_by is '验收岗位';
comment on column wubu.slip.decided_at is '验收时间';
comment on column wubu.slip.rejections is '验收退回次数';
comment on column wubu.slip.end_reason is '终止原因';
comment on column wubu.slip.ended_at is '办结、到期或终止时间';

create table wubu.clue_proposal (
    number         text primary key,
    slip_number    text not null references wubu.slip (number) constraint clue_proposal_once unique,
    problem_number text not null references wubu.problem (number),
    city_code      text not null references wubu.region (code),
    facts          text not null,
    ground         text not null,
    state          text not null constraint clue_proposal_state_known check (state in ('PROPOSED', 'CONFIRMED', 'DISMISSED')),
    proposed_at    timestamptz not null,
    opinion        text,
    decided_by     text,
    decided_at     timestamptz
);
comment on table wubu.clue_proposal is '问题线索和问责建议；只有督查室和纪检监察机关可见，承办单位看不到';
comment on column wubu.clue_proposal.number is '编号 CL-季-城市-序号';
comment on column wubu.clue_proposal.slip_number is '所据督办单';
comment on column wubu.clue_proposal.problem_number is '问题';
comment on column wubu.clue_proposal.city_code is '城市';
comment on column wubu.clue_proposal.facts is '主要事实';
comment on column wubu.clue_proposal.ground is '理由';
comment on column wubu.clue_proposal.state is '状态：已提出、移交、不予移交';
comment on column wubu.clue_proposal.proposed_at is '提出时间';
comment on column wubu.clue_proposal.opinion is '办理意见';
comment on column wubu.clue_proposal.decided_by is '办理岗位';
comment on column wubu.clue_proposal.decided_at is '办理时间';
