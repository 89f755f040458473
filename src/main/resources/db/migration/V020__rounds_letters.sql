-- 强化督查轮次的计划、抽点、组队；督办函及其版本和问题清单；信息公开义务。

create table wubu.round_plan (
    round_code      text primary key references wubu.round (code),
    cities          text[] not null,
    team_count      integer not null constraint round_plan_teams_positive check (team_count > 0),
    focus_types     text[] not null default '{}',
    points_per_city integer not null constraint round_plan_points_positive check (points_per_city > 0),
    rest_rounds     integer not null constraint round_plan_rest_known check (rest_rounds >= 0),
    seed            bigint,
    shares          integer[],
    drawn_at        timestamptz,
    summary         text,
    closed_at       timestamptz
);
comment on table wubu.round_plan is '轮次计划与小结';
comment on column wubu.round_plan.round_code is '轮次';
comment on column wubu.round_plan.cities is '督查城市（区划代码）';
comment on column wubu.round_plan.team_count is '督查组数，一市一组';
comment on column wubu.round_plan.focus_types is '督查重点';
comment on column wubu.round_plan.points_per_city is '每市抽取点位数';
comment on column wubu.round_plan.rest_rounds is '最近几个轮次查过的点位不再抽取';
comment on column wubu.round_plan.seed is '抽取种子；凭种子和候选点位可以重做抽取';
comment on column wubu.round_plan.shares is '四种来源的份数：随机抽查、热点网格、投诉举报、工商电力数据';
comment on column wubu.round_plan.drawn_at is '抽取时间';
comment on column wubu.round_plan.summary is '轮次小结';
comment on column wubu.round_plan.closed_at is '小结时间';

create table wubu.round_point (
    round_code     text not null references wubu.round_plan (round_code),
    region_code    text not null references wubu.region (code),
    name           text not null,
    city_code      text not null references wubu.region (code),
    kind           text not null constraint round_point_kind_known check (kind in ('RANDOM', 'HOT_GRID', 'COMPLAINT', 'UTILITY')),
    flagged        boolean not null default false,
    last_round     text,
    rested         boolean not null default false,
    no             integer,
    result         text constraint round_point_result_known check (result in ('NO_PROBLEM', 'PROBLEM', 'REFUSED')),
    problem_number text,
    checked_at     timestamptz,
    checked_by     text,
    constraint round_point_pk primary key (round_code, region_code, name),
    constraint round_point_no_once unique (round_code, city_code, no)
);
create index round_point_site on wubu.round_point (region_code, name) where checked_at is not null;
comment on table wubu.round_point is '轮次的候选点位与抽中点位';
comment on column wubu.round_point.round_code is '轮次';
comment on column wubu.round_point.region_code is '所在县区';
comment on column wubu.round_point.name is '点位或企业名称';
comment on column wubu.round_point.city_code is '所在城市';
comment on column wubu.round_point.kind is '来源：随机抽查、热点网格、投诉举报、工商电力数据';
comment on column wubu.round_point.flagged is '近期查过仍列入';
comment on column wubu.round_point.last_round is '上次检查的轮次';
comment on column wubu.round_point.rested is '近期查过，本轮不抽取';
comment on column wubu.round_point.no is '在本市抽中的顺序；空为未抽中';
comment on column wubu.round_point.result is '检查结果';
comment on column wubu.round_point.problem_number is '立案的问题编号';
comment on column wubu.round_point.checked_at is '检查时间';
comment on column wubu.round_point.checked_by is '检查账号';

create table wubu.round_team (
    round_code  text not null references wubu.round_plan (round_code),
    no          integer not null,
    city_code   text not null references wubu.region (code),
    leader      text not null,
    members     text[] not null,
    home_region text not null references wubu.region (code),
    arrived_at  timestamptz,
    constraint round_team_pk primary key (round_code, no),
    constraint round_team_city_once unique (round_code, city_code)
);
comment on table wubu.round_team is '轮次的督查组，一市一组';
comment on column wubu.round_team.round_code is '轮次';
comment on column wubu.round_team.no is '组号';
comment on column wubu.round_team.city_code is '督查城市';
comment on column wubu.round_team.leader is '组长（岗位或编号）';
comment on column wubu.round_team.members is '组员（岗位或编号）';
comment on column wubu.round_team.home_region is '派出地区划，不得与督查城市相同（回避）';
comment on column wubu.round_team.arrived_at is '到达报到时间；此前当地看不到点位（四不两直）';

create table wubu.letter (
    number          text primary key,
    campaign        text not null references wubu.campaign (code),
    round_code      text not null references wubu.round (code),
    round_ended_on  date not null,
    city_code       text not null references wubu.region (code),
    state           text not null constraint letter_state_known check (state in ('DRAFTING', 'COUNTERSIGNING', 'APPROVED', 'ISSUED', 'CLOSED', 'DROPPED')),
    version         integer not null default 0,
    doc_code        text,
    doc_no          text constraint letter_doc_no_once unique,
    title           text,
    addressee       text,
    text            text,
    issued_on       date,
    reply_due_on    date,
    published_on    date,
    list_published_on date,
    replied_on      date,
    created_at      timestamptz not null,
    closed_at       timestamptz,
    constraint letter_once unique (round_code, city_code)
);
create index letter_city on wubu.letter (city_code);
comment on table wubu.letter is '督办函：一轮次一城市一函';
comment on column wubu.letter.number is '编号 SL-季-轮次-城市';
comment on column wubu.letter.campaign is '行动';
comment on column wubu.letter.round_code is '轮次';
comment on column wubu.letter.round_ended_on is '轮次末日，公开督办函的期限由此起算';
comment on column wubu.letter.city_code is '主送城市';
comment on column wubu.letter.state is '状态';
comment on column wubu.letter.version is '当前版本';
comment on column wubu.letter.doc_code is '发文机关代字';
comment on column wubu.letter.doc_no is '发文字号，印发时编定';
comment on column wubu.letter.title is '标题';
comment on column wubu.letter.addressee is '主送机关';
comment on column wubu.letter.text is '正文';
comment on column wubu.letter.issued_on is '印发日期';
comment on column wubu.letter.reply_due_on is '回复期限';
comment on column wubu.letter.published_on is '督办函公开日期';
comment on column wubu.letter.list_published_on is '问题清单公开日期';
comment on column wubu.letter.replied_on is '最近一次回复日期';
comment on column wubu.letter.created_at is '立函时间';
comment on column wubu.letter.closed_at is '办结时间';

create table wubu.letter_version (
    number    text not null references wubu.letter (number),
    version   integer not null,
    label     text not null,
    doc_no    text,
    title     text not null,
    addressee text not null,
    text      text not null,
    problems  text[] not null,
    made_by   text not null,
    made_at   timestamptz not null,
    constraint letter_version_pk primary key (number, version)
);
create trigger letter_version_append_only before update or delete or truncate on wubu.letter_version
    for each statement execute function wubu.refuse_change();
comment on table wubu.letter_version is '督办函各版本，只增不改';
comment on column wubu.letter_version.number is '督办函编号';
comment on column wubu.letter_version.version is '版本';
comment on column wubu.letter_version.label is '版本由来：拟函、印发';
comment on column wubu.letter_version.doc_no is '发文字号';
comment on column wubu.letter_version.title is '标题';
comment on column wubu.letter_version.addressee is '主送机关';
comment on column wubu.letter_version.text is '正文';
comment on column wubu.letter_version.problems is '所列问题编号';
comment on column wubu.letter_version.made_by is '经办账号';
comment on column wubu.letter_version.made_at is '形成时间';

create table wubu.letter_problem (
    number         text not null references wubu.letter (number),
    problem_number text not null,
    seq            integer not null,
    county         text not null,
    site           text not null,
    problem_type   text not null,
    description    text not null,
    due_on         date,
    dropped        boolean not null default false,
    handling       text,
    plan           text,
    progress       text,
    constraint letter_problem_pk primary key (number, problem_number)
);
comment on table wubu.letter_problem is '督办问题清单及城市逐项回复';
comment on column wubu.letter_problem.number is '督办函编号';
comment on column wubu.letter_problem.problem_number is '问题编号';
comment on column wubu.letter_problem.seq is '序号';
comment on column wubu.letter_problem.county is '县区';
comment on column wubu.letter_problem.site is '企业或点位名称';
comment on column wubu.letter_problem.problem_type is '问题类型';
comment on column wubu.letter_problem.description is '存在问题';
comment on column wubu.letter_problem.due_on is '整改时限';
comment on column wubu.letter_problem.dropped is '印发前已撤回，不列入';
comment on column wubu.letter_problem.handling is '查处情况';
comment on column wubu.letter_problem.plan is '整改方案';
comment on column wubu.letter_problem.progress is '落实情况';

create table wubu.disclosure_duty (
    id           bigint generated always as identity primary key,
    subject      text not null,
    duty         text not null,
    content      text not null,
    actor        text not null,
    region_code  text not null references wubu.region (code),
    channel      text not null,
    anchor       text not null,
    anchor_on    date not null,
    due_on       date not null,
    due_at       timestamptz not null,
    published_on date,
    url          text,
    on_time      boolean,
    done_at      timestamptz,
    constraint disclosure_duty_once unique (subject, duty)
);
create index disclosure_duty_open on wubu.disclosure_duty (region_code, due_on) where done_at is null;
comment on table wubu.disclosure_duty is '信息公开义务台账：每项义务一行';
comment on column wubu.disclosure_duty.id is '标识';
comment on column wubu.disclosure_duty.subject is '业务编号';
comment on column wubu.disclosure_duty.duty is '义务代码（DMN-11）';
comment on column wubu.disclosure_duty.content is '公开内容';
comment on column wubu.disclosure_duty.actor is '公开主体（岗位）';
comment on column wubu.disclosure_duty.region_code is '公开主体所在区划';
comment on column wubu.disclosure_duty.channel is '公开渠道';
comment on column wubu.disclosure_duty.anchor is '起算事项';
comment on column wubu.disclosure_duty.anchor_on is '起算日期，当日不计';
comment on column wubu.disclosure_duty.due_on is '期限';
comment on column wubu.disclosure_duty.due_at is '期限（时刻）';
comment on column wubu.disclosure_duty.published_on is '公开日期';
comment on column wubu.disclosure_duty.url is '公开网址或版面';
comment on column wubu.disclosure_duty.on_time is '是否按期';
comment on column wubu.disclosure_duty.done_at is '登记完成时间';
