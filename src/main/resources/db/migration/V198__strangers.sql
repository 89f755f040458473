-- 陌生来源：登录受压时按来源分道放行，不存在的账号另计；口令申请登记账号是否存在，供管理员分页处理。

alter table wubu.sign_in_failure add column network text not null default '';
create index sign_in_failure_network on wubu.sign_in_failure (network, last_at);
comment on column wubu.sign_in_failure.network is '来源所在的网：IPv4 前两段，IPv6 的 /48';

delete from wubu.sign_in_pace;
alter table wubu.sign_in_pace add column lane integer not null;
alter table wubu.sign_in_pace drop constraint sign_in_pace_pk;
alter table wubu.sign_in_pace add constraint sign_in_pace_pk primary key (subject, lane);
comment on column wubu.sign_in_pace.lane is '道：0 所在的网近来无失败，1 本来源近来无失败，2 本来源近来有失败；全部账号另加 10（账号可登录）或 20（账号不存在或停用）';

delete from wubu.sign_in_minute;
alter table wubu.sign_in_minute add column open boolean not null;
alter table wubu.sign_in_minute drop constraint sign_in_minute_pk;
alter table wubu.sign_in_minute add constraint sign_in_minute_pk primary key (minute, open);
comment on column wubu.sign_in_minute.open is '账号存在且未停用的为真；其余另计，不使别人受压';
