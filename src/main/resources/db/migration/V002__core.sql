-- 五步督察核心表。事实在这里，流程位置在引擎表（public 模式）；两者以业务编号相连。

create table wubu.region (
    code        text primary key,
    name        text not null,
    full_name   text not null,
    level       text not null constraint region_level_known check (level in ('ministry', 'province', 'city', 'county')),
    parent_code text references wubu.region (code),
    city_code   text,
    kind        text not null constraint region_kind_known check (kind in ('行政区', '功能区')),
    campaign    boolean not null default false,
    valid_from  date not null default date '1900-01-01',
    valid_to    date
);
comment on table wubu.region is '行政区划与功能区';
comment on column wubu.region.code is '区划代码 GB/T 2260，部委为 000000';
comment on column wubu.region.name is '简称';
comment on column wubu.region.full_name is '全称（省市县）';
comment on column wubu.region.level is '层级';
comment on column wubu.region.parent_code is '上级区划';
comment on column wubu.region.city_code is '交办对象所在城市；直辖市为省级代码';
comment on column wubu.region.kind is '行政区或功能区';
comment on column wubu.region.campaign is '是否“2+26”城市范围';
comment on column wubu.region.valid_from is '代码启用日期';
comment on column wubu.region.valid_to is '代码停用日期';

create table wubu.region_alias (
    area      text not null,
    name      text not null,
    code_name text,
    kind      text not null,
    constraint region_alias_pk primary key (area, name)
);
comment on table wubu.region_alias is '台账用名与代码表名称的对照';
comment on column wubu.region_alias.area is '省市全称';
comment on column wubu.region_alias.name is '台账中的名称';
comment on column wubu.region_alias.code_name is '代码表中的名称；空表示无国标代码';
comment on column wubu.region_alias.kind is '差异原因';

create table wubu.calendar_day (
    day     date primary key,
    is_work boolean not null,
    name    text not null,
    source  text not null
);
comment on table wubu.calendar_day is '与普通周历不同的日子：放假日与调休上班日';
comment on column wubu.calendar_day.day is '日期';
comment on column wubu.calendar_day.is_work is '真为上班日';
comment on column wubu.calendar_day.name is '节日名称';
comment on column wubu.calendar_day.source is '依据';

create table wubu.calendar_coverage (
    covered_until date not null
);
comment on table wubu.calendar_coverage is '放假安排已公布到哪一天';
comment on column wubu.calendar_coverage.covered_until is '此日之后的期限为暂定';

create table wubu.person (
    user_id      text primary key,
    display_name text not null,
    role         text not null,
    region_code  text not null references wubu.region (code),
    home_region  text references wubu.region (code)
);
comment on table wubu.person is '岗位账号；示例数据只有岗位，没有真实人名';
comment on column wubu.person.user_id is '登录账号';
comment on column wubu.person.display_name is '岗位名称';
comment on column wubu.person.role is '角色（规则手册 4.2）';
comment on column wubu.person.region_code is '任职区划';
comment on column wubu.person.home_region is '户籍或原任职地，用于回避';

create table wubu.number_counter (
    prefix text primary key,
    last   integer not null
);
comment on table wubu.number_counter is '编号计数器：每个前缀连续编号，不跳号';
comment on column wubu.number_counter.prefix is '编号前缀';
comment on column wubu.number_counter.last is '已用的最大序号';

create table wubu.record_entry (
    id           bigint generated always as identity primary key,
    subject      text not null,
    step         text not null,
    label        text not null,
    by_user      text not null,
    post         text not null,
    at           timestamptz not null,
    from_state   text,
    to_state     text,
    content      json not null default '{}',
    photos       uuid[] not null default '{}',
    rule_version text
);
create index record_entry_subject on wubu.record_entry (subject, id);
comment on table wubu.record_entry is '案卷记录：只增不改，终身追责';
comment on column wubu.record_entry.subject is '业务编号（问题、督办函、约谈、专项督察、轮次）';
comment on column wubu.record_entry.step is '步骤标识';
comment on column wubu.record_entry.label is '步骤名称';
comment on column wubu.record_entry.by_user is '经办账号';
comment on column wubu.record_entry.post is '经办岗位';
comment on column wubu.record_entry.at is '时间';
comment on column wubu.record_entry.from_state is '原状态';
comment on column wubu.record_entry.to_state is '新状态';
comment on column wubu.record_entry.content is '表单内容（标签→值，按表单顺序）';
comment on column wubu.record_entry.photos is '照片';
comment on column wubu.record_entry.rule_version is '所用规则及版本';

create function wubu.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '案卷记录只能追加，不能修改或删除';
end $$;
create trigger record_entry_append_only before update or delete or truncate on wubu.record_entry
    for each statement execute function wubu.refuse_change();

create table wubu.campaign (
    code          text primary key,
    name          text not null,
    starts_on     date not null,
    ends_on       date not null,
    weeks_shifted integer not null default 0
);
comment on table wubu.campaign is '攻坚行动';
comment on column wubu.campaign.code is '代码，编号的季节部分';
comment on column wubu.campaign.name is '名称';
comment on column wubu.campaign.starts_on is '首日';
comment on column wubu.campaign.ends_on is '末日';
comment on column wubu.campaign.weeks_shifted is '示例数据整周平移的周数，0 为真实日期';

create table wubu.round (
    code      text primary key,
    campaign  text not null references wubu.campaign (code),
    no        integer not null constraint round_no_range check (no between 1 and 15),
    phase     integer not null constraint round_phase_known check (phase in (1, 2)),
    starts_on date not null,
    ends_on   date not null,
    state     text not null default 'PLANNED' constraint round_state_known check (state in ('PLANNED', 'RUNNING', 'CLOSED')),
    constraint round_once unique (campaign, no)
);
comment on table wubu.round is '强化督查轮次';
comment on column wubu.round.code is '编号，如 2017Q-R03';
comment on column wubu.round.campaign is '所属行动';
comment on column wubu.round.no is '轮次 1—15';
comment on column wubu.round.phase is '阶段';
comment on column wubu.round.starts_on is '首日';
comment on column wubu.round.ends_on is '末日';
comment on column wubu.round.state is '状态';

create table wubu.site (
    id          bigint generated always as identity primary key,
    region_code text not null references wubu.region (code),
    name        text not null,
    uscc        text,
    lon         numeric(9, 6),
    lat         numeric(8, 6),
    constraint site_once unique (region_code, name)
);
comment on table wubu.site is '点位或企业';
comment on column wubu.site.id is '内部标识';
comment on column wubu.site.region_code is '所在区划';
comment on column wubu.site.name is '名称';
comment on column wubu.site.uscc is '统一社会信用代码';
comment on column wubu.site.lon is '经度 WGS-84';
comment on column wubu.site.lat is '纬度 WGS-84';

create table wubu.problem (
    number             text primary key,
    campaign           text not null references wubu.campaign (code),
    round_code         text references wubu.round (code),
    source             text not null constraint problem_source_known check (source in ('SUPERVISION', 'PATROL', 'HOT_GRID', 'HOTLINE_12369', 'RANDOM', 'LEDGER')),
    region_code        text not null references wubu.region (code),
    city_code          text not null references wubu.region (code),
    place              text,
    site_id            bigint not null references wubu.site (id),
    problem_type       text not null,
    description        text not null,
    found_on           date not null,
    reported_by        text not null,
    team               text,
    severity           text constraint problem_severity_known check (severity in ('CRITICAL', 'MAJOR', 'NORMAL', 'MINOR')),
    state              text not null,
    stage              integer not null constraint problem_stage_range check (stage between 1 and 8),
    assigned_at        timestamptz,
    due_at             timestamptz,
    original_due_at    timestamptz,
    limit_amount       integer,
    limit_unit         text,
    provisional        boolean not null default false,
    time_class         text constraint problem_time_class_known check (time_class in ('IMMEDIATE', 'PHASED', 'LONG_TERM')),
    lead_unit          text,
    supporting_units   text,
    responsible_leader text,
    responsible_person text,
    flags              text[] not null default '{}',
    merged_into        text,
    closed_at          timestamptz,
    record_no          text,
    import_id          text,
    handling           text,
    created_at         timestamptz not null
);
create index problem_region on wubu.problem (region_code, state);
create index problem_city_round on wubu.problem (city_code, round_code);
create index problem_site on wubu.problem (site_id);
create index problem_due on wubu.problem (due_at) where closed_at is null;
comment on table wubu.problem is '问题台账：一行一个问题，是案卷记录的摘要';
comment on column wubu.problem.number is '问题编号 PB-季-轮次或来源-区划-序号';
comment on column wubu.problem.campaign is '行动';
comment on column wubu.problem.round_code is '轮次；空为轮次之外';
comment on column wubu.problem.source is '来源';
comment on column wubu.problem.region_code is '所在区划（分办前可为城市）';
comment on column wubu.problem.city_code is '交办城市';
comment on column wubu.problem.place is '乡镇、网格或功能区';
comment on column wubu.problem.site_id is '点位';
comment on column wubu.problem.problem_type is '问题类型';
comment on column wubu.problem.description is '问题描述';
comment on column wubu.problem.found_on is '发现日期';
comment on column wubu.problem.reported_by is '上报账号';
comment on column wubu.problem.team is '督查组';
comment on column wubu.problem.severity is '严重程度（DMN-1）';
comment on column wubu.problem.state is '状态';
comment on column wubu.problem.stage is '阶段：1督查 2交办 3巡查 4约谈 5专项督察 6销号 7回头看 8办结';
comment on column wubu.problem.assigned_at is '交办时间，期限起算';
comment on column wubu.problem.due_at is '整改时限';
comment on column wubu.problem.original_due_at is '最初时限';
comment on column wubu.problem.limit_amount is '时限数量';
comment on column wubu.problem.limit_unit is '时限单位';
comment on column wubu.problem.provisional is '时限暂定（放假安排未公布）';
comment on column wubu.problem.time_class is '时间类别：立行立改、分阶段、长期整治';
comment on column wubu.problem.lead_unit is '牵头（责任）单位';
comment on column wubu.problem.supporting_units is '配合单位';
comment on column wubu.problem.responsible_leader is '责任领导（姓名职务）';
comment on column wubu.problem.responsible_person is '责任人';
comment on column wubu.problem.flags is '标记：OVERDUE, DISPUTED, FALSE_CLAIM, REBOUND 等';
comment on column wubu.problem.merged_into is '并入的问题';
comment on column wubu.problem.closed_at is '销号时间';
comment on column wubu.problem.record_no is '备案号';
comment on column wubu.problem.import_id is '导入批次';
comment on column wubu.problem.handling is '导入时的处理情况';
comment on column wubu.problem.created_at is '登记时间';

create table wubu.photo (
    id          uuid primary key,
    sha256      text not null,
    file_name   text not null,
    media_type  text not null constraint photo_type_known check (media_type in ('image/jpeg', 'image/png')),
    size        bigint not null,
    width       integer not null,
    height      integer not null,
    taken_at    timestamptz,
    lon         numeric(9, 6),
    lat         numeric(8, 6),
    uploaded_by text not null,
    uploaded_at timestamptz not null
);
comment on table wubu.photo is '证据照片；文件以 SHA-256 命名存于数据目录';
comment on column wubu.photo.id is '标识';
comment on column wubu.photo.sha256 is '指纹';
comment on column wubu.photo.file_name is '原文件名';
comment on column wubu.photo.media_type is '按内容识别的类型';
comment on column wubu.photo.size is '字节数';
comment on column wubu.photo.width is '宽（像素）';
comment on column wubu.photo.height is '高（像素）';
comment on column wubu.photo.taken_at is '拍摄时间（EXIF）';
comment on column wubu.photo.lon is '经度（EXIF）';
comment on column wubu.photo.lat is '纬度（EXIF）';
comment on column wubu.photo.uploaded_by is '上传账号';
comment on column wubu.photo.uploaded_at is '上传时间';

create table wubu.paper_draft (
    task_id  text not null,
    user_id  text not null,
    fields   jsonb not null,
    saved_at timestamptz not null,
    constraint paper_draft_pk primary key (task_id, user_id)
);
comment on table wubu.paper_draft is '未提交表单的草稿；随任务结束删除';
comment on column wubu.paper_draft.task_id is '任务';
comment on column wubu.paper_draft.user_id is '填写人';
comment on column wubu.paper_draft.fields is '已填内容';
comment on column wubu.paper_draft.saved_at is '保存时间';

create table wubu.notice (
    id         bigint generated always as identity primary key,
    dedupe_key text not null constraint notice_once unique,
    subject    text not null,
    audience   text not null,
    kind       text not null constraint notice_kind_known check (kind in ('REMINDER', 'OVERDUE', 'ESCALATION', 'INFORMATION')),
    text       text not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    read_by    text
);
create index notice_audience on wubu.notice (audience, id) where read_at is null;
comment on table wubu.notice is '站内消息：提醒、逾期、升级';
comment on column wubu.notice.id is '标识';
comment on column wubu.notice.dedupe_key is '同一事件只发一次';
comment on column wubu.notice.subject is '业务编号';
comment on column wubu.notice.audience is '收件的账号或岗位组';
comment on column wubu.notice.kind is '类别';
comment on column wubu.notice.text is '内容';
comment on column wubu.notice.created_at is '产生时间';
comment on column wubu.notice.read_at is '阅读时间';
comment on column wubu.notice.read_by is '阅读人';
