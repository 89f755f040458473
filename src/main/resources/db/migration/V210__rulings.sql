-- 裁决：决策表在案件里得出的每一个结论，与所决定的办理同一事务写入，只增不改（docs/adr/0019）

create table wubu.ruling (
    id         bigint generated always as identity,
    subject    text not null,
    step       text not null,
    table_key  text not null,
    table_name text not null,
    version    integer not null,
    row_id     text not null,
    inputs     json not null,
    result     json not null,
    sources    text[] not null,
    on_day     date not null,
    at         timestamptz not null,
    constraint ruling_pk primary key (id),
    constraint ruling_version check (version > 0),
    constraint ruling_row check (row_id = '' or cardinality(sources) > 0)
);
create index ruling_subject on wubu.ruling (subject, id);
comment on table wubu.ruling is '裁决：哪张表、哪个版本、哪一行、依据什么得出什么；只增不改';
comment on column wubu.ruling.id is '标识';
comment on column wubu.ruling.subject is '业务编号（问题、督办函、约谈、专项督察、轮次、线索）';
comment on column wubu.ruling.step is '步骤标识';
comment on column wubu.ruling.table_key is '决策表标识';
comment on column wubu.ruling.table_name is '决策表名称';
comment on column wubu.ruling.version is '已部署决策表的版本';
comment on column wubu.ruling.row_id is '命中的行；空串为没有命中';
comment on column wubu.ruling.inputs is '输入：名称、标签、值和读法';
comment on column wubu.ruling.result is '结论：名称、标签、值和读法';
comment on column wubu.ruling.sources is '依据登记表的标识';
comment on column wubu.ruling.on_day is '行为、发现或步骤之日，按此日取行';
comment on column wubu.ruling.at is '时间';

create function wubu.refuse_ruling_change() returns trigger language plpgsql as $$
begin
    raise exception '裁决只能追加，不能修改或删除';
end $$;
create trigger ruling_append_only before update or delete or truncate on wubu.ruling
    for each statement execute function wubu.refuse_ruling_change();
