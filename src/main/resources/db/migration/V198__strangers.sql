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

alter table wubu.claim add column known boolean not null default true;
alter table wubu.claim add column own boolean not null default false;
alter table wubu.claim add column network text not null default '';
alter table wubu.claim drop constraint claim_state;
alter table wubu.claim add constraint claim_state
    check (state in ('OPEN', 'DONE', 'REFUSED', 'WRONG', 'REPLACED', 'EXPIRED', 'CROWDED'));
create index claim_waiting on wubu.claim (known, filed_at) where state = 'OPEN';
create index claim_lately on wubu.claim (filed_at);
comment on table wubu.claim is '口令申请；账号可能并不存在，答复相同，但不占真实账号的位置，也不给管理员看';
comment on column wubu.claim.known is '提出时账号是否存在';
comment on column wubu.claim.own is '来自该账号登录成功过的来源：不被陌生来源的申请挤出';
comment on column wubu.claim.network is '来源所在的网：IPv4 前两段，IPv6 的 /48；管理员提出的为空';
comment on column wubu.claim.state is 'OPEN 待确认，DONE 已生效，REFUSED 被拒绝，WRONG 确认码错误过多，REPLACED 被新申请取代，EXPIRED 过期，CROWDED 申请过多被挤出';
