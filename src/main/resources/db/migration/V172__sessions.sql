-- 登录会话，所有节点共用（Spring Session 的表结构）。

create table wubu.spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on wubu.spring_session (session_id);
create index spring_session_ix2 on wubu.spring_session (expiry_time);
create index spring_session_ix3 on wubu.spring_session (principal_name);
comment on table wubu.spring_session is '登录会话；只有登录成功才产生';
comment on column wubu.spring_session.primary_id is '内部标识';
comment on column wubu.spring_session.session_id is '会话标识';
comment on column wubu.spring_session.creation_time is '登录时刻（毫秒）';
comment on column wubu.spring_session.last_access_time is '最近使用（毫秒）';
comment on column wubu.spring_session.max_inactive_interval is '允许闲置（秒）';
comment on column wubu.spring_session.expiry_time is '闲置到期（毫秒）';
comment on column wubu.spring_session.principal_name is '登录账号';

create table wubu.spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references wubu.spring_session (primary_id) on delete cascade
);
comment on table wubu.spring_session_attributes is '会话属性：账号和防伪令牌';
comment on column wubu.spring_session_attributes.session_primary_id is '会话';
comment on column wubu.spring_session_attributes.attribute_name is '名称';
comment on column wubu.spring_session_attributes.attribute_bytes is '值';
