-- 台账导入、示例数据的进度，以及接口读取用的视图。

create table wubu.ledger_import (
    id          text primary key,
    sha256      text not null constraint ledger_import_once unique,
    file_name   text not null,
    partial     boolean not null,
    row_count   integer not null,
    accepted    integer not null,
    imported_by text not null,
    imported_at timestamptz not null
);
comment on table wubu.ledger_import is '已导入的台账文件；同一文件只能导入一次';
comment on column wubu.ledger_import.id is '导入批次';
comment on column wubu.ledger_import.sha256 is '文件指纹';
comment on column wubu.ledger_import.file_name is '文件名';
comment on column wubu.ledger_import.partial is '是否只导入合格的行';
comment on column wubu.ledger_import.row_count is '数据行数';
comment on column wubu.ledger_import.accepted is '导入的行数';
comment on column wubu.ledger_import.imported_by is '导入账号';
comment on column wubu.ledger_import.imported_at is '导入时间';

create table wubu.ledger_line (
    import_id text not null references wubu.ledger_import (id),
    row_no    integer not null,
    record_id text,
    number    text not null references wubu.problem (number),
    constraint ledger_line_pk primary key (import_id, row_no)
);
create index ledger_line_number on wubu.ledger_line (number);
comment on table wubu.ledger_line is '台账的一行成为哪个问题';
comment on column wubu.ledger_line.import_id is '导入批次';
comment on column wubu.ledger_line.row_no is '文件中的行号（含表头）';
comment on column wubu.ledger_line.record_id is '来源台账中的编号';
comment on column wubu.ledger_line.number is '问题编号';

create table wubu.sample_step (
    name    text primary key,
    begun_at timestamptz not null
);
comment on table wubu.sample_step is '已装载的示例部分；有任何一行即含示例账号，只监听本机';
comment on column wubu.sample_step.name is '步骤';
comment on column wubu.sample_step.begun_at is '开始装载的时间';

create view wubu.problem_listing as
select p.number, p.campaign, p.round_code, r.no as round_no, p.source, p.region_code, g.full_name as region_name,
       p.city_code, p.place, p.site_id, s.name as site_name, s.uscc, p.problem_type, p.description, p.found_on,
       p.severity, p.state, p.stage, p.assigned_at, p.due_at, p.provisional, p.lead_unit, p.flags, p.closed_at,
       p.closed_at is null and p.stage between 2 and 6 as open
from wubu.problem p
join wubu.site s on s.id = p.site_id
join wubu.region g on g.code = p.region_code
left join wubu.round r on r.code = p.round_code;
comment on view wubu.problem_listing is '问题清单（读取用）';

create index problem_region_subtree on wubu.problem (region_code text_pattern_ops);
create index problem_found on wubu.problem (found_on desc, number);
