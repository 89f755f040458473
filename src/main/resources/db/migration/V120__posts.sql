-- 一人多岗：同一账号可以担任几个岗位，同一时间只以其中一个办理（规则手册 4.3 第 5 条）。

alter table wubu.person add column acting boolean not null default true;
comment on table wubu.person is '岗位账号：一个账号担任的每个岗位一行；示例数据只有岗位，没有真实人名';
comment on column wubu.person.acting is '当前以此岗位办理';

alter table wubu.person drop constraint person_pkey;
alter table wubu.person add constraint person_pk primary key (user_id, role, region_code);
create unique index person_acting on wubu.person (user_id) where acting;
