-- 身份由单位目录（LDAP）或单位统一身份认证（OIDC）核验的账号；账号、岗位、区划仍在本系统。

alter table wubu.account add column outside boolean not null default false;
comment on column wubu.account.outside is '身份由外部核验；本系统不认其口令';

create table wubu.provider_sign_in (
    state   text primary key,
    used_at timestamptz not null
);
create index provider_sign_in_used on wubu.provider_sign_in (used_at);
comment on table wubu.provider_sign_in is '已用过的统一身份认证登录，防止重放；过期删除';
comment on column wubu.provider_sign_in.state is '一次登录的随机标识，只存带密钥指纹';
comment on column wubu.provider_sign_in.used_at is '何时用掉';
